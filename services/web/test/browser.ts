import { type Visitors, openVisitors } from '@lianban/browser-testing';
import { fakeCity } from './fake-city';
import { type OpenSite, openSite } from './site';

export interface TestBrowser extends Visitors {
  readonly site: OpenSite;
}

/** The site in front of a fake city, and a browser. */
export async function openBrowser(): Promise<TestBrowser> {
  const site = await openSite(fakeCity());
  const visitors = await openVisitors(site.url);
  return {
    ...visitors,
    site,
    async close() {
      await visitors.close();
      await site.close();
    },
  };
}

/** Every page with a layout of its own. */
export const pages: Readonly<Record<string, string>> = {
  home: '/',
  search: '/search?q=%E5%BC%80%E5%BA%97',
  area: '/areas/elderly-care',
  guide: '/things/open-small-shop',
  check: '/things/open-small-shop/check',
  settings: '/settings',
  help: '/help',
  'not-found': '/nothing-here',
  'for-whom': '/apply/elderly-parent-care',
  entitlements: '/me/entitlements',
  todo: '/todo',
  'revoke-mandate': '/me/mandates/m-resident-1/revoke',
  'revoke-consent': '/me/consents/LB20260302000001.social-assistance.minimum-living-allowance/revoke',
  discard: '/apply/open-small-shop/discard',
  'no-objection': '/applications/LB20260302000001/steps/relief/objection',
  tasks: '/apply/open-small-shop',
  choice: '/apply/open-small-shop/reason',
  amount: '/apply/open-small-shop/savingsCents',
  date: '/apply/open-small-shop/lastWorkedOn',
  materials: '/apply/open-small-shop/materials',
  answers: '/apply/open-small-shop/check-answers',
  received: '/applications/LB20260302000001/received',
  application: '/applications/LB20260302000001',
  writ: '/applications/LB20260302000001/writs/licence/2',
  receipt: '/applications/LB20260302000001/receipt',
  refused: '/applications/LB20260302000002',
  supplement: '/applications/LB20260302000001/steps/licence/supplement',
  withdraw: '/applications/LB20260302000001/withdraw',
  applications: '/applications',
  me: '/me',
  mandate: '/me/mandates/new',
  corrections: '/me/corrections',
  sessions: '/me/sessions',
  inbox: '/inbox',
  telling: '/inbox/settings',
  charges: '/charges',
  'to-pay': '/charges/LB20260302000001/fee',
  'paid-back': '/charges/LB20260302000001/earlier',
  'acting-for': '/for/resident-1/apply/open-small-shop',
};
