import { inBrowser, violations } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { OneCase } from './one-case';
import { deskInBrowser } from './desk-in-browser';

/** Puts a font element with other words in the place of every text, as the translators of browsers do. */
const translate = (page: Page) =>
  page.evaluate(`
    const walker = document.createTreeWalker(document.getElementById('desk') ?? document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest('style,script')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = '«' + text.data + '»';
      outer.append(inner);
      text.replaceWith(outer);
    }
  `);

inBrowser('the desk goes on', () => {
  const here = deskInBrowser();
  const visit = async (desk: OneCase, path: string) => {
    const page = await here.visitors.visit();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await desk.serve(page);
    await page.goto(`${here.served.url}/desk${path}`);
    return { page, errors };
  };

  test('after the browser has translated it: pages change, and new words are shown', async () => {
    const { page, errors } = await visit(new OneCase(), '/cases/A-1/assessment');
    await page.getByRole('button', { name: '作出决定' }).waitFor();
    await translate(page);
    await page.getByText('«作出决定»').click();
    await page.getByText('已评 0 / 26 项').waitFor();
    await translate(page);
    await page.getByText('4 分 · 能独立进食，不呛咳').click();
    await page.getByText('已评 1 / 26 项').waitFor();
    await translate(page);
    await page.getByText('«清空重填»').click();
    await page.getByText('已评 0 / 26 项').waitFor();
    await page.goBack();
    await page.getByText('作出决定').waitFor();
    expect(errors).toEqual([]);
  });

  test('when a part of a page fails, with the others, and says so', async () => {
    const { page } = await visit(new OneCase({ materials: { not: 'a list' } }), '/cases/A-1/assessment');
    await page.getByText('这一部分出错').waitFor();
    await page.getByRole('button', { name: '作出决定' }).waitFor();
    await page.getByText('申请人').first().waitFor();
    expect(await page.getByText('这一部分出错').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });

  test('when a file is gone after an upgrade: it loads the page once, and then says what to do', async () => {
    const page = await here.visitors.visit();
    await new OneCase().serve(page);
    let asked = 0;
    await page.route('**/desk/assets/queue-page-*.js', (route) => {
      asked += 1;
      return route.fulfill({ status: 404, body: '' });
    });
    await page.goto(`${here.served.url}/desk/`);
    await page.getByText('工作台已经更新').waitFor();
    expect(asked).toBe(2);
    // The way out is still there.
    await page.getByRole('button', { name: '设置' }).waitFor();
    await page.unroute('**/desk/assets/queue-page-*.js');
    await page.getByRole('button', { name: '重新加载' }).click();
    await page.getByText('没有符合条件的办件').waitFor();
  });

  test('at once after an act, while the lists beside the case are still on their way', async () => {
    const desk = new OneCase({ status: 'received', holder: undefined });
    const { page } = await visit(desk, '/cases/A-1/assessment');
    await page.getByRole('button', { name: '认领' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.route('**/claim', (route) => {
      desk.shown = { ...desk.shown, holder: 'o-1', version: 4 };
      return route.fulfill({ json: desk.shown });
    });
    const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
    await page.route(/\/(writs|application|desk\/cases(\?.*)?)$/, async (route) => {
      await isOver;
      await route.fallback();
    });
    await page.getByRole('button', { name: '认领' }).click();
    await page.getByText('由我经办').waitFor();
    await page.getByRole('button', { name: '受理' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认办理' }).waitFor();
    end();
  });

  test('an empty queue has nothing that WCAG forbids', async () => {
    const { page } = await visit(new OneCase(), '/');
    await page.getByText('没有符合条件的办件').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('without scripts it says what it needs, in both languages', async () => {
    const answer = await here.served.send('/desk/');
    expect(await answer.text()).toMatch(
      /<noscript>\s*<p>工作台需要[^<]+<\/p>\s*<p lang="en">The desk needs JavaScript/,
    );
  });
});
