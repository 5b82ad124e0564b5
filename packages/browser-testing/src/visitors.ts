import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { isWholeCrawl } from './crawl';
import { injectAxe, launchBrowser } from './chromium';

const screenshots = join(__dirname, '../../../.local/screenshots');

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
  const browser = await launchBrowser();
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
      if (more.javaScriptEnabled !== false) await injectAxe(context);
      return context.newPage();
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
    },
  };
}

/** A screenshot of the whole page, for people; never compared. Only in a whole crawl. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!isWholeCrawl) return;
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}
