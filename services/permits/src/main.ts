import { runService } from '@lianban/platform';
import { permits } from './service';

void runService(permits);
