import { run, serviceProgram } from '@lianban/runtime';
import { residents } from './service';

export const program = serviceProgram(residents);
if (require.main === module) void run(program);
