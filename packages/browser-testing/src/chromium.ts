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

/** What fades in has other colours while it does; what moves for ever, as a spinner, stays as it is. */
const standsStill = `(async () => {
  const moves = () => document.getAnimations().some(({ playState, effect }) =>
    playState !== 'finished' && Number.isFinite(effect.getComputedTiming().endTime));
  // Ant Design begins an animation some frames after it has shown the first state.
  for (let still = 0; still < 5; still = moves() ? 0 : still + 1) await new Promise(requestAnimationFrame);
})()`;

/** What WCAG 2.2 A and AA forbid of the page, once nothing on it moves; a line for each rule, with where. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(standsStill);
  return page.evaluate<
    string[]
  >(`axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(standards)} } }).then((found) =>
    found.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`);
}
