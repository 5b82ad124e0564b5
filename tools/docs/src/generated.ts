import { applicationsSettings } from '@lianban/applications';
import { deskSettings } from '@lianban/desk';
import { gatewaySettings, routes, signInSettings } from '@lianban/gateway';
import { paymentsSettings } from '@lianban/payments';
import { residentsSettings } from '@lianban/residents';
import { platformSettings } from '@lianban/runtime';
import { webSettings } from '@lianban/web';
import type { Generated } from './rewrite';
import { routeTable } from './route-table';
import { settingsOf, settingsTable } from './settings-table';

const ofAll = Object.keys(settingsOf(platformSettings));

export const generated: Generated = {
  routes: () => routeTable(routes),
  'settings of every service': () => settingsTable([platformSettings]),
  'settings of applications': () => settingsTable([applicationsSettings], ofAll),
  'settings of desk': () => settingsTable([deskSettings], ofAll),
  'settings of gateway': () => settingsTable([gatewaySettings, signInSettings], ofAll),
  'settings of payments': () => settingsTable([paymentsSettings], ofAll),
  'settings of residents': () => settingsTable([residentsSettings], ofAll),
  'settings of web': () => settingsTable([webSettings], ofAll),
};
