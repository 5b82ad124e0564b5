import { run, serviceProgram } from '@lianban/runtime';
import { applications } from './service';

export const program = serviceProgram(applications);
if (require.main === module) void run(program);
