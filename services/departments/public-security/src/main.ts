import { run, serviceProgram } from '@lianban/runtime';
import { publicSecurity } from './service';

export const program = serviceProgram(publicSecurity);
if (require.main === module) void run(program);
