import { runService } from '@lianban/runtime';
import { residents } from './service';

void runService(residents);
