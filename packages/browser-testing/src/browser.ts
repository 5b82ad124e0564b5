import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const screenshots = join(__dirname, '../../../.local/screenshots');
const axe = join(require.resolve('axe-core'), '..', 'axe.min.js');

/** Tests that need Chromium; without it they are skipped, with what to install in their name. */
export const inBrowser = (name: string, tests: () => void): void =>
  executablePath ? describe(name, tests) : describe.skip(`${name} (skipped: apt-get install chromium)`, tests);

/** People before their own browsers, at one site. */
export interface Visitors {
  /** A new signed-in visitor with these preferences. */
  visit(preferences?: VisitPreferences, more?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

interface VisitPreferences {
  readonly width?: number;
  readonly mode?: 'standard' | 'elder';
  readonly lang?: 'zh-CN' | 'en';
}

export async function openVisitors(site: string): Promise<Visitors> {
  const browser: Browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const contexts: BrowserContext[] = [];
  return {
    async visit({ width = 1280, mode = 'standard', lang = 'zh-CN' } = {}, more = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        extraHTTPHeaders: { Authorization: 'Bearer resident' },
        ...more,
      });
      contexts.push(context);
      await context.addCookies([
        { name: 'mode', value: mode, url: site },
        { name: 'lang', value: lang, url: site },
      ]);
      // The site's policy allows no inline script: the browser injects it.
      if (more.javaScriptEnabled !== false) await context.addInitScript({ path: axe });
      return context.newPage();
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
    },
  };
}

/** A screenshot of the whole page, for people; never compared. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What WCAG 2.2 A and AA forbid of the page as it stands; a line for each rule, with where. */
export const violations = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(standards)} } }).then((found) =>
    found.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`);
