import { runService } from '@lianban/platform';
import { socialAssistance } from './service';

void runService(socialAssistance);
