import { runService } from '@lianban/runtime';
import { elderlyCare } from './service';

void runService(elderlyCare);
