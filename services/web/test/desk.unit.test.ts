import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSite } from './site';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta nonce="__NONCE__"><title>desk</title>');
  writeFileSync(join(folder, 'assets', 'index-Ab12.js'), 'start();');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('every path of the desk serves its page, its files are cached for ever, and nothing else is served', async () => {
  const site = await openSite({}, folder);
  for (const path of ['/desk', '/desk/', '/desk/cases/LB1/licence?tab=notes']) {
    const answer = await site.get(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.text()).toContain('<title>desk</title>');
  }
  const file = await site.get('/desk/assets/index-Ab12.js');
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect(file.headers.get('content-encoding')).toBe('gzip');
  expect(await file.text()).toBe('start();');
  for (const path of ['/desk/assets/index-Old.js', '/desk/assets/..%2f..%2fpackage.json'])
    expect((await site.get(path)).status).toBe(404);
  expect(await (await site.get('/desktop')).text()).toContain('没有找到这个页面');
  await site.close();
});

test('each answer has a new nonce for styles, in the page and in its policy', async () => {
  const site = await openSite({}, folder);
  const nonces = new Set<string>();
  for (let n = 0; n < 3; n += 1) {
    const answer = await site.get('/desk/');
    const nonce = /<meta nonce="([\w-]{24})">/.exec(await answer.text())?.[1] ?? '';
    expect(answer.headers.get('content-security-policy')).toBe(`style-src 'self' 'nonce-${nonce}'`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
  await site.close();
});

test('without a built desk its paths are not found', async () => {
  const site = await openSite();
  expect((await site.get('/desk/')).status).toBe(404);
  await site.close();
});
