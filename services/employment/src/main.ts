import { runService } from '@lianban/platform';
import { employment } from './service';

void runService(employment);
