import { runService } from '@lianban/runtime';
import { permits } from './service';

void runService(permits);
