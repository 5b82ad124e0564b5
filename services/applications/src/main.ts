import { runService } from '@lianban/platform';
import { applications } from './service';

void runService(applications);
