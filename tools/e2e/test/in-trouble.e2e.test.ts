import { inBrowser, violations } from '@lianban/browser-testing';
import type { Locator, Page } from 'playwright-core';
import { answer, files, follow, press } from './harness/applicant';
import { type People, choose, takeScreenshots, openBrowser } from './harness/browser';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';

let city: TestCity;
let people: People;
beforeAll(async () => {
  city = await startCity({ name: 'in-trouble', servers: testServers(), residents: 4, issuer: true, apart: true });
  people = await openBrowser(city.url);
});
afterAll(async () => {
  await people?.leave();
  await city?.stop();
});

const shop = '/apply/open-small-shop';
const applications = (n: number) => city.resident(n).get<{ applications: unknown[] }>('/api/applications');
const savings = (page: Page) => page.getByLabel('家庭存款');

/** A draft with every answer that is not handed in. */
async function readyToHandIn(account: string): Promise<Page> {
  const page = await people.comeAs(account, `${shop}/reason`);
  await answer(page, '劳动合同到期', true);
  await answer(page, '最后工作日', '2026-01-31');
  await answer(page, '家庭存款', '8000');
  await answer(page, '经营面积', '24');
  await follow(page, '核对并提交');
  return page;
}

/** Repeats until the next page is `next`: the gateway reconnects within two seconds to a service that is back. */
async function pressUntil(page: Page, button: string, next: Locator): Promise<void> {
  while (!(await next.isVisible())) await Promise.all([page.waitForEvent('load'), press(page, button)]);
}

inBrowser('when something goes wrong', () => {
  test('after the session has ended the resident signs in again and finds the draft', async () => {
    const page = await people.comeAs('resident-1', `${shop}/reason`);
    await answer(page, '本人辞职', true);
    const elsewhere = await people.come();
    await elsewhere.context().addCookies(await page.context().cookies());
    await elsewhere.goto(`${city.url}/applications`);
    await press(elsewhere, '退出登录');
    await page.getByLabel('最后工作日').fill('2026-01-31');
    await press(page, '保存并继续');
    await page.getByRole('heading', { name: '您已退出登录' }).waitFor();
    await takeScreenshots(page, 'trouble-signed-out');
    await page.locator('main').getByRole('link', { name: '登录' }).click();
    await choose(page, 'resident-1');
    await page.getByLabel('最后工作日').waitFor();
    await page.goto(`${city.url}${shop}/reason`);
    expect(await page.getByLabel('本人辞职').isChecked()).toBe(true);
  });

  test.each([
    ['with scripts', true, 2],
    ['without', false, 3],
  ])('a double press hands in once, %s', async (_, scripts, n) => {
    const page = await readyToHandIn(`resident-${n}`);
    const again = scripts ? page : await people.come({ scripts });
    if (!scripts) {
      await again.context().addCookies(await page.context().cookies());
      await again.goto(page.url());
    }
    await again.getByRole('button', { name: '提交申请' }).dblclick();
    await again.getByRole('heading', { name: '申请已提交' }).waitFor();
    // The same for a page left open in another tab.
    if (!scripts) {
      await press(page, '提交申请');
      await page.getByRole('heading', { name: '申请已提交' }).waitFor();
    }
    expect((await applications(n)).applications).toHaveLength(1);
  });

  test('while drafts cannot be saved the input stays on the page, and is saved afterwards', async () => {
    const page = await people.comeAs('resident-4', `${shop}/savingsCents`);
    await city.services.kill('residents');
    await savings(page).fill('7654.32');
    await press(page, '保存并继续');
    await page.getByText('现在保存不了').first().waitFor();
    await takeScreenshots(page, 'trouble-not-saved');
    expect(await savings(page).inputValue()).toBe('7654.32');
    await city.services.start('residents');
    await pressUntil(page, '保存并继续', page.getByLabel('经营面积'));
  });

  test('applying works while a department is down; without applications the page says what still works, and keeps the input', async () => {
    await city.services.kill('permits');
    const page = await readyToHandIn('resident-4');
    await city.services.kill('applications');
    await press(page, '提交申请');
    await page.getByRole('heading', { name: '现在仍然可以' }).waitFor();
    await takeScreenshots(page, 'trouble-unavailable');
    expect(await violations(page)).toEqual([]);
    await city.services.start('applications');
    await pressUntil(page, '再提交一次', page.getByRole('heading', { name: '申请已提交' }));
    await city.services.start('permits');
    expect((await applications(4)).applications).toHaveLength(1);
  });

  test('while `web` is down the gateway shows an error page of its own', async () => {
    const page = await people.come();
    await city.services.kill('web');
    await page.goto(city.url);
    await page.getByRole('heading', { name: '网页暂时打不开' }).waitFor();
    await takeScreenshots(page, 'trouble-no-pages');
    await city.services.start('web');
    await page.reload();
    await page.getByLabel('您想办什么事？').waitFor();
  });

  test('while `desk` is down officers see that page, and residents miss nothing', async () => {
    const page = await people.comeAs('officer-permits', '/desk/');
    await city.services.kill('desk');
    await page.goto(`${city.url}/desk/counter`);
    await page.getByRole('heading', { name: '网页暂时打不开' }).waitFor();
    await page.goto(city.url);
    await page.getByLabel('您想办什么事？').waitFor();
    await city.services.start('desk');
    await page.goto(`${city.url}/desk/counter`);
    await page.getByRole('heading', { name: '网页暂时打不开' }).waitFor({ state: 'detached' });
    await page.locator('#main').waitFor();
  });

  test.each(['web', 'gateway'])(
    'while %s is away a form stays as it is, and is sent when it is back',
    async (service) => {
      const page = await people.comeAs('resident-1', `${shop}/premisesArea`);
      await page.getByLabel('经营面积').fill('36');
      await city.services.kill(service);
      await press(page, '保存并继续');
      await page.getByText('现在连不上网站').waitFor();
      await takeScreenshots(page, `trouble-${service}-away`);
      expect(await page.getByLabel('经营面积').inputValue()).toBe('36');
      await city.services.start(service);
      await press(page, '保存并继续');
      await page.getByLabel('经营面积').waitFor({ state: 'detached' });
      await page.goto(`${city.url}${shop}/premisesArea`);
      expect(await page.getByLabel('经营面积').inputValue()).toBe('36');
    },
  );

  test.each([
    ['too large before it is sent, of a wrong kind after', true, 1],
    ['after it is sent, without scripts', false, 2],
  ])('a file that cannot be used is refused: %s', async (_, scripts, requests) => {
    const page = await people.comeAs('resident-1', `${shop}/materials`, { scripts });
    const sent: string[] = [];
    page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())));
    const panel = page.locator('section.panel', { hasText: '招牌效果图' });
    const large = { ...files.photo, buffer: Buffer.concat([files.photo.buffer, Buffer.alloc(20 * 1024 * 1024)]) };
    // Without scripts the browser sends the type that the file's name suggests; the gateway must check the content.
    const disguised = { ...files.program, name: 'plan.png', mimeType: 'image/png' };
    for (const [file, message] of [
      [scripts ? files.program : disguised, '这个文件不能用'],
      [large, '照片不能超过 20 MB'],
    ] as const) {
      await panel.getByLabel('选择文件：招牌效果图').setInputFiles(file);
      await panel.getByRole('button', { name: '上传' }).click();
      await panel.getByText(message).first().waitFor();
    }
    expect(sent).toHaveLength(requests);
  });
});
