import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { fakeCity } from './fake-city';
import { type OpenSite, openSite } from './site';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const screenshots = join(__dirname, '../../../.local/screenshots');
const axe = join(require.resolve('axe-core'), '..', 'axe.min.js');

/** Tests that need Chromium; without it they are skipped, with what to install in their name. */
export const inBrowser = (name: string, tests: () => void): void =>
  executablePath ? describe(name, tests) : describe.skip(`${name} (skipped: apt-get install chromium)`, tests);

export interface TestBrowser {
  readonly site: OpenSite;
  /** A new signed-in visitor with these preferences. */
  visit(preferences?: VisitPreferences, more?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export interface VisitPreferences {
  readonly width?: number;
  readonly mode?: 'standard' | 'elder';
  readonly lang?: 'zh-CN' | 'en';
}

/** The site in front of a fake city, and a browser. */
export async function openBrowser(deskFolder?: string): Promise<TestBrowser> {
  const site = await openSite(fakeCity(), deskFolder);
  const browser: Browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const contexts: BrowserContext[] = [];
  return {
    site,
    async visit({ width = 1280, mode = 'standard', lang = 'zh-CN' } = {}, more = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        extraHTTPHeaders: { Authorization: 'Bearer resident' },
        ...more,
      });
      contexts.push(context);
      await context.addCookies([
        { name: 'mode', value: mode, url: site.url },
        { name: 'lang', value: lang, url: site.url },
      ]);
      // The site's policy allows no inline script: the browser injects it.
      if (more.javaScriptEnabled !== false) await context.addInitScript({ path: axe });
      return context.newPage();
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await site.close();
    },
  };
}

/** A screenshot of the whole page, for people; never compared. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
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
  tasks: '/apply/open-small-shop',
  choice: '/apply/open-small-shop/reason',
  amount: '/apply/open-small-shop/savingsCents',
  date: '/apply/open-small-shop/lastWorkedOn',
  materials: '/apply/open-small-shop/materials',
  answers: '/apply/open-small-shop/check-answers',
  received: '/applications/LB20260302000001/received',
  application: '/applications/LB20260302000001',
  refused: '/applications/LB20260302000002',
  supplement: '/applications/LB20260302000001/steps/licence/supplement',
  withdraw: '/applications/LB20260302000001/withdraw',
  applications: '/applications',
  me: '/me',
  mandate: '/me/mandates/new',
  'acting-for': '/for/resident-1/apply/open-small-shop',
};
