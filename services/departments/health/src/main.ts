import { run, serviceProgram } from '@lianban/runtime';
import { health } from './service';

export const program = serviceProgram(health);
if (require.main === module) void run(program);
