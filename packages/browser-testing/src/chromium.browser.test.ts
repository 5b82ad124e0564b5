import type { Page } from 'playwright-core';
import { inBrowser, violations } from './chromium';
import { type Visitors, openVisitors } from './visitors';

let visitors: Visitors;
beforeAll(async () => {
  visitors = await openVisitors('http://127.0.0.1');
});
afterAll(() => visitors?.close());

async function show(style: string, body: string): Promise<Page> {
  const page = await visitors.visit();
  await page.route('**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<html lang="en"><title>T</title><style>${style}</style><main><h1>T</h1>${body}</main>`,
    }),
  );
  await page.goto('http://127.0.0.1/');
  return page;
}

inBrowser('what pages are held to', () => {
  test('is held against the page as it stays, not while it fades in', async () => {
    const page = await show('@keyframes fade { from { opacity: 0.2 } } p { animation: fade 0.4s }', '<p>Text</p>');
    expect(await violations(page)).toEqual([]);
  });

  test('does not wait for what turns for ever', async () => {
    const page = await show('@keyframes turn { to { rotate: 1turn } } i { animation: turn 1s infinite }', '<i>.</i>');
    expect(await violations(page)).toEqual([]);
  });

  test('is told with where it is', async () => {
    const page = await show('p { color: #ccc }', '<p>Text</p>');
    expect(await violations(page)).toEqual(['color-contrast: <p>Text</p>']);
  });
});
