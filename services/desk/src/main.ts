import { httpProgram, run } from '@lianban/runtime';
import { readSettings } from '@lianban/settings';
import { loadDesk } from './built-desk';
import { createDesk } from './desk';
import { deskSettings } from './settings';

export const program = httpProgram('desk', async ({ env, isReady }) => {
  const { port } = readSettings(deskSettings, env);
  return { app: createDesk(loadDesk(), isReady), port, requestTimeoutMs: 30_000 };
});
if (require.main === module) void run(program);
