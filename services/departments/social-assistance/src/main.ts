import { runService } from '@lianban/runtime';
import { socialAssistance } from './service';

void runService(socialAssistance);
