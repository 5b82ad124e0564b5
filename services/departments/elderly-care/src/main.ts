import { run, serviceProgram } from '@lianban/runtime';
import { elderlyCare } from './service';

export const program = serviceProgram(elderlyCare);
if (require.main === module) void run(program);
