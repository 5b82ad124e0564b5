import { inBrowser, isWholeCrawl, strayWords } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { demoAccounts } from '@lianban/infra';
import { demoFamilies } from '../src/demo/families';
import { demoOrganisations } from '../src/demo/organisations';
import { demoResident } from '../src/demo/people';
import { type People, openBrowser } from './harness/browser';
import { type TestCity, startCity } from './harness/city';
import { crawl } from './harness/crawl';
import { behindButtons, followOnDesk, strayOnDesk } from './harness/desk-pages';
import { dwellers, live } from './harness/lived-in-city';
import { testServers } from './harness/servers';
import { SiteVisitor } from './harness/site';

/** Hundreds of pages of a whole city, most of them looked at in every run before an API in memory: only in a whole crawl. */
const inWholeCrawl = isWholeCrawl ? test : test.skip;

let city: TestCity;
beforeAll(async () => {
  const env = { RATE_ADDRESS_PER_MINUTE: '1000000', RATE_SIGN_IN_PER_MINUTE: '1000000' };
  city = await startCity({
    ...{ name: 'every-page', servers: testServers(), residents: 6, env },
    ...{ issuer: true, bank: true, outside: true },
  });
  await live(city);
});
afterAll(() => city?.stop());

const accounts = demoAccounts([
  'permits',
  'social-security',
  'social-assistance',
  'elderly-care',
  'public-security',
  'health',
]);
/** Names and addresses of the register, whole and in the pieces between figures. */
const people = [
  ...accounts.flatMap(({ name = [] }) => name),
  ...Array.from({ length: 6 }, (_, n) => demoResident(n + 1)).flatMap(({ name, address }) => [name, address]),
  ...demoFamilies.flatMap(({ members }) => members.flatMap(({ name, address }) => [name, address])),
  ...demoOrganisations.map(({ name }) => name),
  '高安然',
  // The area code of invented ID numbers, which no district has.
  '999999',
].flatMap((text) => [text, ...text.split(/\d+/)]);

/** Officers are shown to residents by their numbers; so are organisations by their codes. */
const officers = ['officer-1', ...Array.from({ length: 6 }, (_, n) => `counter-${n + 1}`)];

/** In every run each person sees the site in one language and one mode, the first in both; `LIANBAN_CRAWL=all`: in all four. */
const ways = Object.keys(dwellers).flatMap((account, place) =>
  (['zh-CN', 'en'] as const).flatMap((lang, n) =>
    (['standard', 'elder'] as const)
      .filter((_, m) => isWholeCrawl || (n === m && (place === 0 || place % 2 === n)))
      .map((mode) => ({ account, lang, mode, isFirst: place === 0 })),
  ),
);

/** Pages that are alike for everybody who has nothing to do with them: looked at by the first. */
const isForAll = (path: string) => /^(?:\/for\/[^/]+)?\/(?:things|areas|apply\/|help|privacy|accessibility)/.test(path);

const shapes = new Set<string>();

inWholeCrawl.each(ways)(
  'no code and no foreign sentence reaches a resident: %j',
  async ({ account, lang, mode, isFirst }) => {
    const stray: Record<string, unknown> = {};
    const visitor = new SiteVisitor(city.url);
    await visitor.signIn(account);
    visitor.prefer({ lang, mode });
    const isWanted = (path: string) => isWholeCrawl || isFirst || !isForAll(path);
    const seen = await crawl(visitor, city.url, { most: isWholeCrawl ? 5 : 1, isWanted }, ({ path, status, text }) => {
      const found = strayWords(text, lang, [...officers, ...people]);
      if (status !== 200 || found.length > 0) stray[path] = [status, ...found];
    });
    seen.forEach((shape) => shapes.add(shape));
    expect(stray).toEqual({});
  },
  1_200_000,
);

inWholeCrawl(
  'what was crawled was there: the life events, what they leave behind, and the side of the principal',
  () => {
    expect(reached.filter((shape) => !shapes.has(shape))).toEqual([]);
  },
);

const reached = [
  ...[
    '/todo',
    '/inbox',
    '/inbox/settings',
    '/charges',
    '/charges/S/fee',
    '/me/mandates/S',
    '/me/corrections',
    '/me/sessions',
  ],
  ...['/apply/newborn/childName', '/apply/after-death/diedOn', '/apply/retirement/bornOn', '/things/retirement/check'],
  ...['/applications/N', '/applications/N/withdraw', '/applications/N/steps/S/supplement', '/applications/N/receipt'],
  ...['/applications/N/writs/S/1', '/for/R/applications', '/for/R/apply'],
];

inBrowser('before a browser', () => {
  let visitors: People;
  beforeAll(async () => {
    visitors = await openBrowser(city.url);
  });
  afterAll(() => visitors?.leave());

  inWholeCrawl.each(
    ['permits', 'social-security', 'social-assistance', 'elderly-care', 'public-security', 'health'].flatMap(
      (department, place) =>
        (isWholeCrawl ? (['zh-CN', 'en'] as const) : [place % 2 === 0 ? ('zh-CN' as const) : ('en' as const)]).flatMap(
          (language) => [
            { department, language, role: 'officer' as const },
            { department, language, role: 'supervisor' as const },
          ],
        ),
    ),
  )('no code and no foreign sentence reaches the desk: %j', async ({ department, language, role }) => {
    const page = await visitors.comeAs(`${role}-${department}`, '/desk/', { lang: language });
    await page.evaluate(`localStorage.setItem('desk.language', '${language}')`);
    const stray: Record<string, readonly string[]> = {};
    const look = async (name: string) => {
      const found = await strayOnDesk(page, language, people);
      if (found.length > 0) stray[name] = found;
    };
    for (const place of ['', 'counter', 'approvals', ...(role === 'supervisor' ? ['board', 'reads'] : [])]) {
      await page.goto(`${city.url}/desk/${place}`);
      await page.waitForLoadState('networkidle');
      await look(place || 'queue');
    }
    for (const path of await casesOf(page, `${city.url}/desk/?whose=team`)) await lookThrough(page, path, look);
    expect(stray).toEqual({});
  });

  inWholeCrawl.each(['zh-CN', 'en'] as const)('nor the operators’ console: %s', async (language) => {
    const page = await visitors.comeAs('operator', '/desk/operations', { lang: language });
    await page.evaluate(`localStorage.setItem('desk.language', '${language}')`);
    await page.goto(`${city.url}/desk/operations`);
    await page.waitForLoadState('networkidle');
    expect(await strayOnDesk(page, language, people)).toEqual([]);
  });
});

/** The cases of the queue. */
async function casesOf(page: Page, queue: string): Promise<readonly string[]> {
  await page.goto(queue);
  await page.waitForLoadState('networkidle');
  const links = await page.evaluate<string[]>(
    `[...document.querySelectorAll('a[href^="/desk/cases/"]')].map((each) => each.getAttribute('href'))`,
  );
  return [...new Set(links.map((link) => link.replace('/desk/', '')))];
}

/** Looks at a case, and at what each of its buttons opens. */
async function lookThrough(page: Page, path: string, look: (name: string) => Promise<void>): Promise<void> {
  await followOnDesk(page, path);
  await page.locator('.case-head').waitFor();
  await page.waitForLoadState('networkidle');
  await look(path);
  for (const name of behindButtons) {
    const button = page.getByRole('button', { name });
    if ((await button.count()) === 0 || (await button.first().isDisabled())) continue;
    await button.first().dispatchEvent('click');
    await page.waitForLoadState('networkidle');
    await look(`${path} ${String(name)}`);
  }
}
