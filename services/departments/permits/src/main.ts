import { run, serviceProgram } from '@lianban/runtime';
import { permits } from './service';

export const program = serviceProgram(permits);
if (require.main === module) void run(program);
