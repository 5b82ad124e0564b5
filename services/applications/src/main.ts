import { runService } from '@lianban/runtime';
import { applications } from './service';

void runService(applications);
