import { run, serviceProgram } from '@lianban/runtime';
import { socialAssistance } from './service';

export const program = serviceProgram(socialAssistance);
if (require.main === module) void run(program);
