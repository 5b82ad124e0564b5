import { inBrowser } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { type TestBrowser, openBrowser } from './browser';
import { refusal } from './site';

let looked: TestBrowser;
let uploaded: number;
beforeEach(async () => {
  looked = await openBrowser();
  uploaded = 0;
  looked.site.answers['UPLOAD /api/me/materials'] = () => ({ reference: `material-${(uploaded += 1)}`, grade: 'C' });
});
afterEach(() => looked.close());

const file = (name: string) => ({ name, mimeType: '', buffer: Buffer.from(name) });
const materials = '/apply/open-small-shop/materials';
const drawing = '选择文件：招牌效果图';
const supplement = '/applications/LB20260302000001/steps/licence/supplement';
const visit = async (path: string) => {
  const page = await looked.visit({ width: 375 });
  await page.goto(looked.site.url + path);
  return page;
};

inBrowser('what is chosen is uploaded', () => {
  test('at once, several pages in their order, and one of them is taken away again', async () => {
    const page = await visit(materials);
    await page.getByLabel(drawing).setInputFiles([file('1.jpg'), file('2.jpg'), file('3.jpg')]);
    const panel = page.locator('section', { hasText: '招牌效果图' });
    await panel.getByText('已上传 3 页').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('name-sign-drawing');
    await panel
      .getByRole('button', { name: '移除 招牌效果图 第 2 页' })
      .or(panel.getByRole('button', { name: '第 2 页' }))
      .click();
    await panel.getByText('已上传 2 页').waitFor();
    const draft = looked.site.answers['GET /api/me/drafts/open-small-shop'] as () => { materials: object[] };
    expect(draft().materials).toMatchObject([{ reference: 'material-1' }, { reference: 'material-3' }]);
  });

  test('while what was typed beside it stays, and all of it is handed in', async () => {
    const page = await visit(supplement);
    const upload = page.locator('form[data-upload] input[type=file]').first();
    const text = page.locator('#hand-in input[type=text]').first();
    const hasText = (await text.count()) > 0;
    if (hasText) await text.fill('24');
    await upload.setInputFiles([file('1.jpg'), file('2.jpg')]);
    await page.getByText('已上传 2 页').waitFor();
    if (hasText) expect(await text.inputValue()).toBe('24');
    expect(decodeURIComponent((await page.locator('#hand-in').getAttribute('action')) ?? '')).toContain('material-2');
  });
});

inBrowser('what cannot be uploaded', () => {
  test.each([
    [413, '文件太大'],
    [401, '您已经退出登录'],
    [502, '上传没有成功'],
  ])('is told as what it is when a proxy answers %d', async (status, told) => {
    const page = await visit(materials);
    await page.route('**/materials?material=*', (route) =>
      route.fulfill({ status, contentType: 'text/html', body: '<h1>nginx</h1>' }),
    );
    await page.getByLabel(drawing).setInputFiles(file('1.jpg'));
    await page.getByText(told).waitFor();
    const way = page.getByRole('link', { name: '重新登录' });
    expect(await way.count()).toBe(status === 401 ? 1 : 0);
    if (status === 401) expect(await way.getAttribute('href')).toContain('/auth/sign-in?return=');
  });

  test('says so at its place: empty before it is sent, and what the API says of the others', async () => {
    const page = await visit(materials);
    await page.getByLabel(drawing).setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) });
    await page.getByText('文件是空的').waitFor();
    expect(uploaded).toBe(0);
    looked.site.answers['UPLOAD /api/me/materials'] = refusal(415, 'file-heic');
    await page.getByLabel(drawing).setInputFiles(file('IMG_1.HEIC'));
    await page.getByText('兼容性最佳').waitFor();
    expect(
      await page.getByLabel(drawing).evaluate((input: unknown) => (input as { files: object[] }).files.length),
    ).toBe(0);
  });
});

inBrowser('handing in after an upload', () => {
  const panel = (page: Page) => page.locator('section.panel', { has: page.locator('form[data-upload]') }).first();
  const choose = (page: Page, chosen: ReturnType<typeof file>) =>
    panel(page).locator('input[type=file]').setInputFiles(chosen);
  const handIn = (page: Page) => page.locator('#hand-in button').click();
  const sent = () => looked.site.calls.filter(({ method, path }) => method === 'POST' && /supplement$/.test(path));

  beforeEach(() => {
    looked.site.answers[`POST /api${supplement}`] = looked.site.answers['GET /api/applications/LB20260302000001']!;
  });

  test('works for who pressed the button after the file had been uploaded by itself', async () => {
    const page = await visit(supplement);
    await choose(page, file('1.jpg'));
    await panel(page).getByText('已上传').waitFor();
    await panel(page).getByRole('button', { name: '上传' }).click();
    await handIn(page);
    await page.waitForURL((url) => !url.pathname.endsWith('/supplement'));
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.body).toMatchObject({ materials: [{ reference: 'material-1' }] });
  });

  test('is held back once, at the message, by a file that was refused', async () => {
    const page = await visit(supplement);
    await choose(page, file('1.jpg'));
    await panel(page).getByText('已上传').waitFor();
    await choose(page, { ...file('2.jpg'), buffer: Buffer.alloc(0) });
    await panel(page).getByText('文件是空的').waitFor();
    await handIn(page);
    expect(await page.evaluate('document.activeElement.type')).toBe('file');
    expect(sent()).toHaveLength(0);
    await handIn(page);
    await page.waitForURL((url) => !url.pathname.endsWith('/supplement'));
    expect(sent()).toHaveLength(1);
  });

  test('waits for a file that could not be uploaded, and takes it along once it can', async () => {
    const page = await visit(supplement);
    let isAway = true;
    await page.route('**/supplement?material=*', (route) =>
      isAway ? route.fulfill({ status: 502, body: '' }) : route.continue(),
    );
    await choose(page, file('1.jpg'));
    const failed = () => panel(page).getByText('上传没有成功').waitFor();
    await failed();
    await Promise.all([page.waitForResponse(/supplement\?material=/), handIn(page)]);
    await failed();
    await Promise.all([page.waitForResponse(/supplement\?material=/), handIn(page)]);
    await failed();
    expect(sent()).toHaveLength(0);
    isAway = false;
    await handIn(page);
    await page.waitForURL((url) => !url.pathname.endsWith('/supplement'));
    expect(sent()[0]?.body).toMatchObject({ materials: [{ reference: 'material-1' }] });
  });
});
