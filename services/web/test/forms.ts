import type { Mandate } from '@lianban/rest-client';
import { routes } from '../src/routes';

/** The mandate by which the reader acts for resident-1. */
export const mandate: Mandate = {
  id: 'm-1',
  principal: { residentId: 'resident-1', name: '王秀英' },
  agent: { residentId: 'resident-2' },
  packages: 'all',
  until: '2026-12-31T15:59:59Z',
  status: 'in-force',
};

const params: Readonly<Record<string, string>> = {
  resident: 'resident-1',
  package: 'open-small-shop',
  question: 'savingsCents',
  number: 'LB1',
  step: 'licence',
  mandate: 'm-1',
  consent: 'LB1.social-assistance.minimum-living-allowance',
};
const placeOf = (path: string) => path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'nothing');

/** One URL for each form of the site. */
export const forms = [...new Set(routes.filter(({ method }) => method === 'post').map(({ path }) => placeOf(path)))];
