import { inBrowser, keepPicture, violations } from '@lianban/browser-testing';
import { type TestBrowser, openBrowser, pages } from './browser';

let looked: TestBrowser;
beforeAll(async () => {
  looked = await openBrowser();
});
afterAll(() => looked.close());

/** Targets smaller than `least` on either side. Links within a sentence are exempt, as in WCAG 2.2. */
const tooSmall = (
  least: number,
) => `[...document.querySelectorAll('button, input:not([type=hidden], [type=radio]), textarea, summary, .choice > label, .button, nav a, .back, .tasks a, .area, .node')]
  .filter((each) => each.getClientRects().length > 0)
  .map((each) => ({ html: each.outerHTML.slice(0, 100), ...JSON.parse(JSON.stringify(each.getBoundingClientRect())) }))
  .filter(({ width, height }) => Math.round(width) < ${least} || Math.round(height) < ${least})
  .map(({ html, width, height }) => html + ' ' + width + '×' + height)`;

/** Font size in pixels, and line height as a factor. */
const textOf = `[...document.querySelectorAll('main :is(p, li, dd, dt, label, button, a, legend)')]
  .filter((each) => each.getClientRects().length > 0 && each.textContent.trim() && !each.closest('.unseen'))
  .map((each) => { const { fontSize, lineHeight } = getComputedStyle(each); return [parseFloat(fontSize), parseFloat(lineHeight) / parseFloat(fontSize)]; })`;

const overflow = `document.scrollingElement.scrollWidth - document.documentElement.clientWidth`;

inBrowser('every page', () => {
  test.each([
    { lang: 'zh-CN', mode: 'standard', width: 375 },
    { lang: 'zh-CN', mode: 'elder', width: 1280 },
    { lang: 'en', mode: 'standard', width: 1280 },
    { lang: 'en', mode: 'elder', width: 375 },
  ] as const)('has nothing WCAG 2.2 AA forbids: $lang, $mode, $width px', async (preferences) => {
    const page = await looked.visit(preferences);
    const found: Record<string, unknown> = {};
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(looked.site.url + path);
      await keepPicture(page, `${name}-${preferences.width}-${preferences.mode}-${preferences.lang}`);
      const wrong = await violations(page);
      if (wrong.length > 0) found[name] = wrong;
    }
    expect(found).toEqual({});
  });

  test.each([
    ['standard', 44],
    ['elder', 60],
  ] as const)('can be read and hit in the %s mode: targets of %i pixels', async (mode, least) => {
    const page = await looked.visit({ mode, width: 375 });
    const found: Record<string, unknown> = {};
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(looked.site.url + path);
      const small = await page.evaluate<string[]>(tooSmall(least));
      if (small.length > 0) found[name] = small;
      const texts = await page.evaluate<[number, number][]>(textOf);
      const smallest = Math.min(...texts.map(([size]) => size));
      const tightest = Math.min(...texts.map(([, line]) => line));
      if (smallest < (mode === 'elder' ? 18 : 14) || tightest < 1.3) found[`${name} text`] = { smallest, tightest };
    }
    expect(found).toEqual({});
  });

  test('needs no horizontal scrolling at 320 pixels, in any mode and language', async () => {
    const found: Record<string, unknown> = {};
    for (const [mode, lang] of [
      ['standard', 'zh-CN'],
      ['elder', 'zh-CN'],
      ['elder', 'en'],
    ] as const) {
      const page = await looked.visit({ mode, lang, width: 320 });
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(looked.site.url + path);
        const beyond = await page.evaluate<number>(overflow);
        if (beyond > 0) found[`${name} ${mode} ${lang}`] = beyond;
      }
    }
    expect(found).toEqual({});
  });
});
