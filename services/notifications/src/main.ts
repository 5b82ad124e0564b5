import { run, serviceProgram } from '@lianban/runtime';
import { notifications } from './service';

export const program = serviceProgram(notifications);
if (require.main === module) void run(program);
