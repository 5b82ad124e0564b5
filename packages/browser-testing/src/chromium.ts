import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const axe = join(require.resolve('axe-core'), '..', 'axe.min.js');

/** Tests that need Chromium; without it they are skipped, with what to install in their name. */
export const inBrowser = (name: string, tests: () => void): void =>
  executablePath ? describe(name, tests) : describe.skip(`${name} (skipped: apt-get install chromium)`, tests);

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });

/** Lets `violations` look at the pages of this browser context: the site's policy allows no inline script, so the browser injects it. */
export const injectAxe = (context: BrowserContext): Promise<unknown> => context.addInitScript({ path: axe });

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What WCAG 2.2 A and AA forbid of the page as it stands; a line for each rule, with where. */
export const violations = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(standards)} } }).then((found) =>
    found.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`);
