import { runHttp } from '@lianban/runtime';
import { environment, readSettings } from '@lianban/settings';
import { loadDesk } from './built-desk';
import { createDesk } from './desk';
import { deskSettings } from './settings';

void runHttp('desk', async ({ isReady }) => {
  const { port } = readSettings(deskSettings, environment);
  return { app: createDesk(loadDesk(), isReady), port, requestTimeoutMs: 30_000 };
});
