import { runService } from '@lianban/platform';
import { residents } from './service';

void runService(residents);
