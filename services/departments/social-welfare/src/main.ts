import { run, serviceProgram } from '@lianban/runtime';
import { socialWelfare } from './service';

export const program = serviceProgram(socialWelfare);
if (require.main === module) void run(program);
