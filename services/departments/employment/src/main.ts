import { run, serviceProgram } from '@lianban/runtime';
import { employment } from './service';

export const program = serviceProgram(employment);
if (require.main === module) void run(program);
