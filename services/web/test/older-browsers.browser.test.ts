import { inBrowser } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { type TestBrowser, openBrowser } from './browser';

let looked: TestBrowser;
beforeEach(async () => {
  looked = await openBrowser();
});
afterEach(() => looked.close());

const done = (method: string, path: string) =>
  looked.site.calls.filter((call) => call.method === method && call.path === path);

const draftPath = '/api/me/drafts/open-small-shop';
const draft = (...materials: object[]) => ({
  answers: { reason: 'contract-ended', lastWorkedOn: '2026-01-31', savingsCents: 800_000, premisesArea: 24 },
  materials,
  version: 3,
  savedAt: '2026-03-02T01:00:00Z',
  keptUntil: '2026-05-31T01:00:00Z',
});
const revocation = '/api/me/consents/LB20260302000001.social-assistance.minimum-living-allowance/revocation';
const drawing = { name: 'sign.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };

/** One form of each kind: a search, two submit buttons, an answer, a file, a named button, preferences, a payment, a submission. */
async function sendEveryForm(page: Page, failsAtOnce = false): Promise<void> {
  const { url, answers: api } = looked.site;
  Object.assign(api, { [`GET ${draftPath}`]: draft(), [`PUT ${draftPath}`]: draft(), [`POST ${revocation}`]: {} });
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  await page.getByLabel('您想办什么事？').fill('kxd');
  await page.getByRole('button', { name: '搜索' }).click();
  await page.getByRole('link', { name: '失业再就业开小店' }).first().waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Search' }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '搜索' }).waitFor();

  await page.goto(`${url}/apply/open-small-shop/savingsCents`);
  await page.getByLabel('家庭存款').fill('9000');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.getByLabel('经营面积').waitFor();
  expect(done('PUT', draftPath)[0]?.body).toMatchObject({ answers: { savingsCents: 900_000 } });

  await page.goto(`${url}/apply/open-small-shop/materials`);
  const input = page.getByLabel('选择文件：招牌效果图');
  // Where the script uploads what is chosen, it takes several files; elsewhere, and where it fails at once, the button sends the form.
  const isTakenOver = !failsAtOnce && (await input.getAttribute('multiple')) !== null;
  api[`GET ${draftPath}`] = draft({ code: 'sign-drawing', grade: 'C', reference: 'material-1' });
  await input.setInputFiles(drawing);
  if (!isTakenOver)
    await page.locator('section', { hasText: '招牌效果图' }).getByRole('button', { name: '上传' }).click();
  await page.getByText('已上传').waitFor();
  expect(done('UPLOAD', '/api/me/materials')).toHaveLength(1);

  await page.goto(`${url}/me`);
  await page.getByRole('link', { name: '撤回同意' }).click();
  // The page has left only when the button is gone.
  const revoke = page.locator('form[action^="/me/consents/"] button');
  await revoke.click();
  await revoke.waitFor({ state: 'detached' });
  await page.waitForLoadState();
  expect(done('POST', revocation)).toHaveLength(1);

  await page.goto(`${url}/inbox/settings`);
  await page.getByLabel('只用邮件').check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '我的消息' }).waitFor();
  expect(done('PUT', '/api/me/notice-preference')[0]?.body).toMatchObject({ channels: ['mail'] });

  await page.goto(`${url}/charges/LB20260302000001/fee`);
  await page.getByRole('button', { name: '继续缴费' }).click();
  await page.getByRole('link', { name: '打开支付页面' }).waitFor();
  expect(done('POST', '/api/me/charges/LB20260302000001/fee/payment')).toHaveLength(1);

  await page.goto(`${url}/apply/open-small-shop/check-answers`);
  await page.getByRole('button', { name: '提交申请' }).dblclick();
  await page.getByRole('heading', { name: '申请已提交' }).waitFor();
  expect(done('POST', '/api/applications')).toHaveLength(1);
}

/** Browser features the script uses that came at different times, or may be disabled. */
const parts = [
  'AbortSignal',
  'AbortSignal.timeout',
  'DOMParser',
  'Element.prototype.replaceChildren',
  'EventSource',
  'FormData',
  'HTMLElement.prototype.inert',
  'HTMLFormElement.prototype.requestSubmit',
  'SubmitEvent',
  'SubmitEvent.prototype.submitter',
  'XMLHttpRequest',
  'XMLHttpRequest.prototype.responseURL',
  'XMLHttpRequest.prototype.upload',
  'fetch',
];

inBrowser('every form is sent, and handed in once,', () => {
  test.each(parts)('without %s', async (part) => {
    const page = await looked.visit({ width: 375 });
    await page.addInitScript(`delete window.${part}`);
    await sendEveryForm(page);
    expect(await page.evaluate(`(() => { try { return window.${part} === undefined } catch { return true } })()`)).toBe(
      true,
    );
  });

  test.each([
    'AbortSignal.timeout',
    'Element.prototype.append',
    'HTMLFormElement.prototype.requestSubmit',
    'XMLHttpRequest.prototype.open',
    'XMLHttpRequest.prototype.send',
    'FormData',
    'fetch',
  ])('where %s throws', async (part) => {
    const page = await looked.visit({ width: 375 });
    await page.addInitScript(`window.${part} = () => { throw new Error('not here'); }`);
    await sendEveryForm(page, /append|XMLHttpRequest/.test(part));
  });
});

inBrowser('a file', () => {
  test('a double press submits once', async () => {
    const page = await looked.visit();
    let held: object[] = [];
    looked.site.answers[`GET ${draftPath}`] = () => draft(...held);
    looked.site.answers[`PUT ${draftPath}`] = ({ body }: { readonly body?: unknown }) => {
      held = (body as { materials: object[] }).materials;
      return draft(...held);
    };
    await page.goto(`${looked.site.url}/apply/open-small-shop/materials`);
    await page.getByLabel('选择文件：招牌效果图').setInputFiles(drawing);
    await page.locator('section', { hasText: '招牌效果图' }).getByRole('button', { name: '上传' }).dblclick();
    await page.getByText('已上传').waitFor();
    expect(done('UPLOAD', '/api/me/materials')).toHaveLength(1);
  });
});
