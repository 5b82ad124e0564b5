import { run, serviceProgram } from '@lianban/runtime';
import { socialSecurity } from './service';

export const program = serviceProgram(socialSecurity);
if (require.main === module) void run(program);
