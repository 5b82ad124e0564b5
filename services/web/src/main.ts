import { environment, readSettings } from '@lianban/settings';
import { runHttp } from '@lianban/runtime';
import { createApi } from './api/api';
import { createDepartments } from './catalogue/departments';
import { createPackages } from './catalogue/packages';
import { loadAssets } from './http/assets';
import { webSettings } from './settings';
import { createSite } from './site';

void runHttp('web', async ({ log, isReady }) => {
  const { apiUrl, port } = readSettings(webSettings, environment);
  const api = createApi(apiUrl);
  const assets = loadAssets();
  const [packages, departments] = [createPackages(api), createDepartments(api)];
  const app = createSite({ api, packages, departments, assets, log, isReady });
  return { app, port, requestTimeoutMs: 30_000 };
});
