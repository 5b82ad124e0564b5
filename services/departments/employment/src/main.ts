import { runService } from '@lianban/runtime';
import { employment } from './service';

void runService(employment);
