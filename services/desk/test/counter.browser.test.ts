import { inBrowser, violations } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { departments, packages } from './a-catalogue';
import { deskInBrowser } from './desk-in-browser';

const person = {
  residentId: 'resident-3',
  name: '李建国',
  idNumberMasked: '410105***********2',
  district: '410105',
};
const reference = (n: number) => `FM0000000${n}-0000-4000-8000-000000000000`;

/** A counter in memory: it keeps what is uploaded and what is handed in. */
class Counter {
  readonly uploads: { readonly path: string; readonly name: string; readonly type: string }[] = [];
  readonly handedIn: unknown[] = [];
  refuses = false;

  async serve(page: Page): Promise<void> {
    await page.route('**/api/**', async (route) => {
      const request = route.request();
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('/materials')) {
        if (this.refuses)
          return route.fulfill({ status: 415, json: { status: 415, slug: 'file-heic', detail: 'No.' } });
        const headers = request.headers();
        const name = decodeURIComponent(headers['x-file-name'] ?? '');
        this.uploads.push({ path: pathname, name, type: headers['content-type'] ?? '' });
        return route.fulfill({ status: 201, json: { reference: reference(this.uploads.length) } });
      }
      if (pathname === '/api/desk/applications') this.handedIn.push(request.postDataJSON());
      await route.fulfill({ json: this.read(pathname) });
    });
  }

  private read(path: string): object {
    if (path === '/api/desk/me')
      return { id: 'o-1', department: 'permits', isSupervisor: false, scopes: ['counter'], roles: ['officer'] };
    if (path === '/api/packages') return { packages };
    if (path === '/api/departments') return { departments };
    if (path === '/api/desk/officers') return { officers: [{ id: 'o-1', name: '周敏' }] };
    if (path.endsWith('/search')) return person;
    if (path === '/api/desk/applications') return { applicationNumber: 'LB20260302000007' };
    return { cases: [], counts: {}, mandates: [] };
  }
}

const page1 = { name: '布局图 1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('one') };
const page2 = { name: 'plan 2.pdf', mimeType: 'application/pdf', buffer: Buffer.from('two') };

inBrowser('the counter', () => {
  const here = deskInBrowser();

  async function withPerson(counter: Counter): Promise<Page> {
    const page = await here.visitors.visit();
    await counter.serve(page);
    await page.goto(`${here.served.url}/desk/counter`);
    await page.getByLabel('证件号码').fill('11010519491231002X');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('李建国').waitFor();
    await page.getByLabel('选择一件事').click();
    await page.getByTitle('开店').click();
    await page.getByLabel('经营面积').fill('24');
    return page;
  }

  test('papers are uploaded page by page for the resident, and named as originals that were seen', async () => {
    const counter = new Counter();
    const page = await withPerson(counter);
    expect(await violations(page)).toEqual([]);
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles([page1, page2]);
    await page.getByText('第 2 页 · plan 2.pdf').waitFor();
    await choose.setInputFiles([page1]);
    await page.getByText('第 3 页').waitFor();
    await page.getByRole('button', { name: '移除 plan 2.pdf' }).click();
    expect(counter.uploads[0]).toEqual({
      path: '/api/desk/residents/resident-3/materials',
      name: '布局图 1.jpg',
      type: 'image/jpeg',
    });
    await page.getByRole('button', { name: '提交申请' }).click();
    const receipt = page.getByRole('region', { name: '受理回执' });
    const said = await receipt.innerText();
    for (const word of ['LB20260302000007', '李建国', '开店', '布局流程图（2 页）', '周敏'])
      expect(said).toContain(word);
    expect(counter.handedIn).toMatchObject([
      {
        residentId: 'resident-3',
        materials: [1, 3].map((n) => ({ code: 'hygiene-layout', grade: 'B', reference: reference(n) })),
      },
    ]);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '打印回执' }).waitFor();
  });

  test('a file that is refused is told in words, and what was uploaded before stays', async () => {
    const counter = new Counter();
    const page = await withPerson(counter);
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles([page1]);
    await page.getByText('第 1 页').waitFor();
    counter.refuses = true;
    await choose.setInputFiles([page2]);
    await page.getByRole('alert').filter({ hasText: '这是 HEIC 格式的照片' }).waitFor();
    await page.getByText('第 1 页').waitFor();
  });

  test('a paper that the counter keeps is named by its mark', async () => {
    const counter = new Counter();
    const page = await withPerson(counter);
    await page.getByLabel('布局流程图: 没有上传的，填写存放编号').fill(' BJ-2026-000001 ');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('region', { name: '受理回执' }).waitFor();
    expect(counter.handedIn).toMatchObject([
      { materials: [{ code: 'hygiene-layout', grade: 'B', reference: 'BJ-2026-000001' }] },
    ]);
  });
});
