import { run, serviceProgram } from '@lianban/runtime';
import { payments } from './service';

export const program = serviceProgram(payments);
if (require.main === module) void run(program);
