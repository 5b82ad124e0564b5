import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { injectAxe, isWholeCrawl, launchBrowser } from '@lianban/browser-testing';
import type { BrowserContext, Page } from 'playwright-core';

const pictures = join(__dirname, '../../../../.local/screenshots/journeys');

export interface BrowserPreferences {
  readonly mode?: 'standard' | 'elder';
  readonly lang?: 'zh-CN' | 'en';
  readonly scripts?: boolean;
}

/** People with a browser each, at one site. */
export interface People {
  /** Somebody who has not signed in. */
  come(preferences?: BrowserPreferences): Promise<Page>;
  /** Somebody who signed in with the list of demo accounts, at `path`. */
  comeAs(account: string, path: string, preferences?: BrowserPreferences): Promise<Page>;
  /** Violations of the content security policy, and errors of scripts. */
  readonly complaints: readonly string[];
  leave(): Promise<void>;
}

export async function openBrowser(site: string): Promise<People> {
  const browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  const come: People['come'] = async ({ mode, lang, scripts = true } = {}) => {
    const context = await browser.newContext({
      viewport: { width: 375, height: 800 },
      javaScriptEnabled: scripts,
      locale: lang ?? 'zh-CN',
    });
    contexts.push(context);
    context.setDefaultTimeout(30_000);
    for (const [name, value] of Object.entries({ mode, lang }))
      if (value) await context.addCookies([{ name, value, url: site }]);
    if (scripts) await injectAxe(context);
    context.on('console', (message) => {
      if (/Content Security Policy/.test(message.text()))
        complaints.push(`${message.location().url} ${message.text()}`);
    });
    context.on('weberror', (error) => complaints.push(`${error.page()?.url()} ${error.error().message}`));
    return context.newPage();
  };
  return {
    come,
    async comeAs(account, path, preferences) {
      const page = await come(preferences);
      await page.goto(`${site}/auth/sign-in?return=${encodeURIComponent(path)}`);
      await choose(page, account);
      return page;
    },
    complaints,
    async leave() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
    },
  };
}

/** Does `act` and waits for the address to change, so that the old page is not taken for the next one. */
export async function leave(page: Page, by: () => Promise<void>): Promise<void> {
  const from = page.url();
  await by();
  await page.waitForURL((url) => url.href !== from);
}

/** Signs in at the local identity provider's list of accounts. */
export const choose = (page: Page, account: string): Promise<void> =>
  leave(page, () => page.locator(`button[value="${account}"]`).click());

/** Screenshots of the whole page in the size of a telephone and of a monitor, for people to look at; never compared. Only in a whole crawl. */
export async function takeScreenshots(page: Page, name: string): Promise<void> {
  if (!isWholeCrawl) return;
  mkdirSync(pictures, { recursive: true });
  const before = page.viewportSize();
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}
