import { runService } from '@lianban/platform';
import { elderlyCare } from './service';

void runService(elderlyCare);
