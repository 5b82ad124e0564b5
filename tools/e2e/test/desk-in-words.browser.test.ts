import { inBrowser, isWholeCrawl } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { deskInBrowser } from '../../../services/desk/test/desk-in-browser';
import {
  applicationOf,
  board,
  cases,
  departments,
  packages,
  person,
  questions,
  statuses,
} from './harness/desk-of-all-words';
import { behindButtons, followOnDesk, strayOnDesk, wholeApplication } from './harness/desk-pages';
import { textFor, textsOn } from './harness/written-for-others';

const counts = {
  total: 9,
  team: 9,
  mine: 0,
  unassigned: 9,
  overdue: 0,
  red: 0,
  amber: 1,
  extensionsAsked: 1,
  asksWaiting: 1,
};
const notes = [
  { id: 'n1', audience: 'officers', by: 'o-2', text: textFor('notes text'), at: '2026-03-11T02:00:00Z' },
  { id: 'n2', audience: 'resident', by: 'o-2', text: textFor('notes text'), at: '2026-03-11T02:00:00Z' },
];
const officers = [
  { id: 'o-1', name: '周敏' },
  { id: 'o-2', name: '吴刚' },
];

/** What people are called and wrote: of any language. */
const people = [
  ...officers.map(({ name }) => name),
  ...textsOn('case').flatMap((text) => text.split('：')),
  ...['人民路', '号'],
];

/** Answers every question of the desk from memory; every act is refused, each with the next refusal. */
async function serve(page: Page, isSupervisor: boolean): Promise<void> {
  await page.route('**/api/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const number = /cases\/(A-\d+)\//.exec(pathname)?.[1] ?? '';
    const found = cases.find(({ id }) => pathname.endsWith(`/cases/${id}`));
    const answers: readonly (readonly [RegExp, object])[] = [
      [
        /desk\/me$/,
        { id: 'o-1', department: 'permits', isSupervisor, scopes: ['counter'], roles: ['officer', 'resident'] },
      ],
      [/packages$/, { packages }],
      [/departments$/, { departments }],
      [/desk\/officers$/, { officers }],
      [/\/application$/, number ? applicationOf(number) : {}],
      [/desk\/cases$/, { cases, counts }],
      [/\/notes$/, { notes }],
      [/\/resident$/, person],
      [/residents\/search$/, person],
      [/\/board$/, board],
      [/read-questions$/, { questions }],
      [/look-ups$/, { rows: [{ day: '2026-03-10', officer: 'o-2', lookUps: 3, people: 2 }] }],
      [/.*/, found ?? {}],
    ];
    await route.fulfill({ json: answers.find(([path]) => path.test(pathname))?.[1] });
  });
}

/**
 * Words of an item depend on the language, and buttons on the role: in each language each case is shown to one of the roles, and
 * each status to both of them. `LIANBAN_CRAWL=all` shows each case to both.
 */
const isShown = (place: number, language: 'zh-CN' | 'en', role: 'officer' | 'supervisor'): boolean =>
  isWholeCrawl ||
  (Math.floor(place / statuses.length) + Number(language === 'en')) % 2 === Number(role === 'supervisor');

inBrowser('the desk in words', () => {
  const here = deskInBrowser();

  test.each([
    ['zh-CN', 'officer'],
    ['zh-CN', 'supervisor'],
    ['en', 'officer'],
    ['en', 'supervisor'],
  ] as const)('shows no code, no foreign sentence, and all that people wrote: %s, %s', async (language, role) => {
    const page = await here.visitors.visit();
    await page.addInitScript((chosen) => localStorage.setItem('desk.language', chosen), language);
    await serve(page, role === 'supervisor');
    const stray: Record<string, readonly string[]> = {};
    const unread: string[] = [];
    const look = async (name: string) => {
      const found = await strayOnDesk(page, language, people);
      if (found.length > 0) stray[name] = found;
    };
    const places = ['', 'counter', ...(role === 'supervisor' ? ['board', 'reads'] : [])];
    for (const place of places) {
      await page.goto(`${here.served.url}/desk/${place}`);
      await page.waitForLoadState('networkidle');
      await look(place || 'queue');
    }
    for (const { id, status } of cases.filter((_, at) => isShown(at, language, role))) {
      await followOnDesk(page, `cases/${id}`);
      await page
        .locator('.case-head')
        .getByText(id.split('/')[0] ?? '', { exact: true })
        .waitFor();
      await page.getByRole('button', { name: wholeApplication }).waitFor();
      // Everything that is behind a button and changes nothing.
      for (const name of behindButtons) {
        const button = page.getByRole('button', { name });
        if ((await button.count()) === 0) continue;
        // Not `click`, which waits until nothing moves: only the words count.
        await button.dispatchEvent('click');
        if (name === wholeApplication) {
          await page.locator('.ant-timeline').waitFor();
          const said = await page.locator('#main').innerText();
          unread.push(...textsOn('case').filter((text) => !said.includes(text)));
        }
        await look(`${status} ${id}`);
      }
    }
    expect(stray).toEqual({});
    expect(unread).toEqual([]);
  });
});
