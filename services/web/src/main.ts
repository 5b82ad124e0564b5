import { readSettings } from '@lianban/settings';
import { httpProgram, run } from '@lianban/runtime';
import { createApi } from './api/api';
import { createDepartments } from './catalogue/departments';
import { createPackages } from './catalogue/packages';
import { loadAssets } from './http/assets';
import { webSettings } from './settings';
import { createSite } from './site';

export const program = httpProgram('web', async ({ env, log, isReady }) => {
  const { apiUrl, port, securityContact } = readSettings(webSettings, env);
  const api = createApi(apiUrl);
  const assets = loadAssets();
  const [packages, departments] = [createPackages(api), createDepartments(api)];
  const app = createSite({ api, packages, departments, assets, securityContact, log, isReady });
  return { app, port, requestTimeoutMs: 30_000 };
});
if (require.main === module) void run(program);
