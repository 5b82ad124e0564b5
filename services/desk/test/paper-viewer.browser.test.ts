import { inBrowser, violations } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { clock, departments, item, packages } from './a-catalogue';
import { deskInBrowser } from './desk-in-browser';

const upload = (n: number) => `FM0000000${n}-0000-4000-8000-000000000000`;
const found = {
  id: 'A-1/licence',
  applicationNumber: 'A-1',
  step: 'licence',
  item: item.code,
  department: 'permits',
  district: '410105',
  status: 'accepted',
  version: 3,
  residentId: 'r-1',
  receivedAt: '2026-03-02T01:00:00Z',
  clock,
  answers: {},
  earlier: {},
  known: {},
  materials: [
    { code: 'hygiene-layout', grade: 'C', reference: upload(1) },
    { code: 'hygiene-layout', grade: 'C', reference: upload(2), handedInAt: '2026-03-04T01:00:00Z' },
    { code: 'licence-original', grade: 'B', reference: 'ZY-2026-000123' },
  ],
};

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWP4//8/AAX+Av5Y8msOAAAAAElFTkSuQmCC',
  'base64',
);
/** Two pages, each filled with one colour: red, and blue. */
const pdf = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 50]/Contents 5 0 R>>endobj',
  '4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 50]/Contents 6 0 R>>endobj',
  '5 0 obj<</Length 29>>stream\n1 0 0 rg 0 0 100 50 re f     \nendstream endobj',
  '6 0 obj<</Length 29>>stream\n0 0 1 rg 0 0 100 50 re f     \nendstream endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF\n',
].join('\n');

/** As the gateway sends it with the desk. */
const policy = "default-src 'none'; script-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'";

async function serve(page: Page, served: string, looks: string[]): Promise<void> {
  const answers: Record<string, unknown> = {
    '/api/desk/me': { id: 'o-1', department: 'permits', isSupervisor: false, scopes: [] },
    '/api/packages': { packages },
    '/api/departments': { departments },
    '/api/desk/officers': { officers: [] },
    '/api/desk/cases/A-1/licence/application': { applicationNumber: 'A-1', name: item.name, steps: [], timeline: [] },
    '/api/desk/cases/A-1/licence/notes': { notes: [] },
  };
  await page.route('**/api/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const reference = /materials\/(.*)$/.exec(pathname)?.[1];
    if (reference === undefined) return route.fulfill({ json: answers[pathname] ?? found });
    looks.push(reference);
    const isPdf = reference === upload(2);
    await route.fulfill({ contentType: isPdf ? 'application/pdf' : 'image/png', body: isPdf ? pdf : png });
  });
  await page.route(`${served}/desk/cases/**`, async (route) => {
    const response = await route.fetch();
    const own = response.headers()['content-security-policy'] ?? '';
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': `${policy}; ${own}` },
    });
  });
}

/** Asks frame by frame from outside: the page's policy lets no script be evaluated in it, as Playwright's own waiting would. */
async function drawn(page: Page, condition: string): Promise<void> {
  while (!(await page.evaluate<boolean>(condition))) await page.evaluate('new Promise(requestAnimationFrame)');
}

inBrowser('the viewer of papers', () => {
  const here = deskInBrowser();

  test('shows pictures and PDFs beside the form: larger, turned, on to the next; each is looked at once', async () => {
    const page = await here.visitors.visit();
    const looks: string[] = [];
    await serve(page, here.served.url, looks);
    await page.goto(`${here.served.url}/desk/cases/A-1/licence`);
    await page.getByText('3/4 补交').waitFor();
    await page.getByText('ZY-2026-000123').waitFor();
    await page.getByRole('button', { name: '查看 布局流程图 · 第 1 页' }).click();

    const viewer = page.getByRole('region', { name: '材料查看：布局流程图' });
    const picture = viewer.getByRole('img');
    await picture.waitFor();
    await drawn(page, `document.querySelector('.paper img').naturalWidth === 1`);
    await viewer.getByRole('button', { name: '放大' }).click();
    await viewer.getByRole('button', { name: '旋转' }).click();
    expect(await picture.getAttribute('style')).toBe('width: 150%; rotate: 90deg;');
    expect(await violations(page)).toEqual([]);

    await viewer.getByRole('button', { name: '下一页' }).click();
    await viewer.getByText('1 / 2').waitFor();
    const colour = () =>
      page.evaluate<number[]>(
        `[...document.querySelector('.paper canvas').getContext('2d').getImageData(9, 9, 1, 1).data.slice(0, 3)]`,
      );
    expect(await colour()).toEqual([255, 0, 0]);
    await page.locator('.paper').getByRole('button', { name: '下一页' }).click();
    await drawn(
      page,
      `document.querySelector('.paper canvas').getContext('2d').getImageData(9, 9, 1, 1).data[2] === 255`,
    );
    await viewer.getByText('2 / 2').waitFor();
    await page.getByRole('button', { name: '作出决定' }).waitFor();

    await viewer.getByRole('button', { name: '上一页' }).first().click();
    await page.locator('.paper img').waitFor();
    expect(looks).toEqual([upload(1), upload(2)]);
    await page.getByRole('button', { name: '关闭' }).click();
    await viewer.waitFor({ state: 'detached' });
  });
});
