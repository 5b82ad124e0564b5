import { inBrowser } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { type TestBrowser, openBrowser } from './browser';

let looked: TestBrowser;
beforeEach(async () => {
  looked = await openBrowser();
});
afterEach(() => looked.close());

const submissions = () =>
  looked.site.calls.filter(({ method, path }) => method === 'POST' && path === '/api/applications');
const next = async (page: Page) => page.getByRole('button', { name: '保存并继续' }).click();

/** From a search to the check page. */
async function fillIn(page: Page): Promise<void> {
  await page.goto(looked.site.url);
  await page.getByLabel('您想办什么事？').fill('kxd');
  await page.getByRole('button', { name: '搜索' }).click();
  await page.getByRole('link', { name: '失业再就业开小店' }).first().click();
  await page.getByRole('link', { name: /办前自测/ }).click();
  await page.getByLabel('家庭存款').fill('30000');
  await page.getByRole('button', { name: '查看结果' }).click();
  await page.getByText('家庭存款低于 20000 元：不符合').waitFor();
  await page.getByRole('link', { name: '开始申请' }).click();

  await page.getByRole('link', { name: '失业原因' }).click();
  await page.getByLabel('劳动合同到期').check();
  await next(page);
  await page.getByLabel('最后工作日').fill('2026-01-31');
  await next(page);
  await page.getByLabel('家庭存款').fill('8000');
  await next(page);
  await page.getByLabel('经营面积').fill('24');
  await next(page);

  await page.getByRole('link', { name: '准备材料' }).click();
  const drawing = { name: 'sign.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
  await page.getByLabel('选择文件：招牌效果图').setInputFiles(drawing);
  await page.locator('section', { hasText: '招牌效果图' }).getByRole('button', { name: '上传' }).click();
  await page.getByText('已上传').waitFor();
  await page.getByRole('link', { name: '回到清单' }).click();
  await page.getByRole('link', { name: '核对并提交' }).click();
  await page.getByText('¥8,000.00').waitFor();
}

inBrowser('from a search to the confirmation', () => {
  test.each([
    ['375 px', { width: 375 }, {}],
    ['1280 px, elder mode', { width: 1280, mode: 'elder' as const }, {}],
    ['375 px, without scripts', { width: 375 }, { javaScriptEnabled: false }],
  ])('at %s', async (_, preferences, more) => {
    const page = await looked.visit(preferences, more);
    await fillIn(page);
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('heading', { name: '申请已提交' }).waitFor();
    await page.getByText('LB20260302000001').waitFor();
    expect(submissions()).toHaveLength(1);
    expect(submissions()[0]?.body).toMatchObject({
      answers: { reason: 'contract-ended', lastWorkedOn: '2026-01-31', savingsCents: 800_000, premisesArea: 24 },
      materials: [{ code: 'sign-drawing', grade: 'C', reference: 'material-1' }],
    });
  });

  test('without scripts people pay, and choose how they are told', async () => {
    const page = await looked.visit({ width: 375 }, { javaScriptEnabled: false });
    await page.goto(`${looked.site.url}/charges`);
    await page.getByRole('link', { name: '居民身份证工本费' }).first().click();
    await page.getByRole('button', { name: '继续缴费' }).click();
    expect(await page.getByRole('link', { name: '打开支付页面' }).getAttribute('href')).toBe(
      'https://bank.example/pay/1',
    );
    await page.goto(`${looked.site.url}/inbox`);
    await page.getByRole('link', { name: '消息设置' }).click();
    await page.getByLabel('从').fill('两点');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.error-summary a').click();
    await page.getByLabel('从').fill('22:00');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '我的消息' }).waitFor();
    expect(
      looked.site.calls.filter(({ method, path }) => method === 'PUT' && path.endsWith('preference')),
    ).toMatchObject([{ body: { quietHours: { from: '22:00', to: '08:00' } } }]);
  });

  test('a double press submits once', async () => {
    const page = await looked.visit();
    await fillIn(page);
    await page.getByRole('button', { name: '提交申请' }).dblclick();
    await page.getByRole('heading', { name: '申请已提交' }).waitFor();
    expect(submissions()).toHaveLength(1);
  });
});

inBrowser('with the script', () => {
  test('focus moves to the error summary, and from there to the field', async () => {
    const page = await looked.visit();
    await page.goto(`${looked.site.url}/apply/open-small-shop/savingsCents`);
    await page.getByLabel('家庭存款').fill('很多');
    await next(page);
    const focused = () => page.evaluate<string>('document.activeElement.className || document.activeElement.id');
    await page.waitForFunction(`document.activeElement.className === 'error-summary'`);
    await page.locator('.error-summary a').click();
    await page.waitForFunction(`document.activeElement.id === 'savingsCents'`);
    expect(await focused()).toBe('narrow');
    expect(await page.getByLabel('家庭存款').inputValue()).toBe('很多');
  });

  test('news of an application appears in place, without a reload', async () => {
    const page = await looked.visit();
    const path = '/applications/LB20260302000001';
    const { promise: news, resolve: happen } = Promise.withResolvers<void>();
    await page.route(`**/api${path}/events`, async (route) => {
      await news;
      const body = 'event: application\nid: 10\ndata: {}\n\n';
      await route.fulfill({ status: 200, contentType: 'text/event-stream', body });
    });
    await page.goto(looked.site.url + path);
    await page.getByText('需要您处理', { exact: true }).waitFor();
    const before = looked.site.answers[`GET /api${path}`] as object;
    looked.site.answers[`GET /api${path}`] = {
      ...before,
      version: 10,
      status: 'completed',
      endedAt: '2026-03-05T01:00:00Z',
    };
    happen();
    await page.getByText('全部准予').waitFor();
  });
});
