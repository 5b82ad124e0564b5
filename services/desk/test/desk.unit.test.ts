import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDesk } from '../src/built-desk';
import { type OpenDesk, openDesk } from './open-desk';

let folder: string;
let desk: OpenDesk;
let isReady = true;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta nonce="__NONCE__"><title>desk</title>');
  writeFileSync(join(folder, 'assets', 'index-Ab12.js'), 'start();');
  desk = await openDesk(folder, () => isReady);
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

test.each(['/desk', '/desk/', '/desk/cases/LB1/licence?tab=notes'])('%s serves the page', async (path) => {
  const answer = await desk.send(path);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await answer.text()).toContain('<title>desk</title>');
});

test('its files are kept by browsers for ever, and sent compressed to those that can read it', async () => {
  const file = await desk.send('/desk/assets/index-Ab12.js');
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect([file.headers.get('content-encoding'), file.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await file.text()).toBe('start();');
  const plain = await desk.send('/desk/assets/index-Ab12.js', { headers: { 'Accept-Encoding': 'identity' } });
  expect([plain.headers.has('content-encoding'), await plain.text()]).toEqual([false, 'start();']);
});

test.each([
  ['a file of another build', '/desk/assets/index-Old.js', 'GET'],
  ['a file beside the desk', '/desk/assets/..%2f..%2fpackage.json', 'GET'],
  ['what only begins like it', '/desktop', 'GET'],
  ['the residents’ pages', '/', 'GET'],
  ['a form', '/desk/', 'POST'],
])('%s is not found', async (_, path, method) => {
  const answer = await desk.send(path, { method });
  expect([answer.status, await answer.text()]).toEqual([404, '']);
});

test('each answer has a new nonce for styles, in the page and in its policy', async () => {
  const nonces = new Set<string>();
  for (let n = 0; n < 3; n += 1) {
    const answer = await desk.send('/desk/');
    const nonce = /<meta nonce="([\w-]{24})">/.exec(await answer.text())?.[1] ?? '';
    expect(answer.headers.get('content-security-policy')).toBe(`style-src 'self' 'nonce-${nonce}'`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test('probes say whether it is ready and that it lives', async () => {
  const statuses = () =>
    Promise.all(['startup', 'ready', 'live'].map(async (probe) => (await desk.send(`/healthz/${probe}`)).status));
  expect(await statuses()).toEqual([200, 200, 200]);
  isReady = false;
  expect(await statuses()).toEqual([503, 503, 200]);
  isReady = true;
});

test('without a built desk it does not start, and says how to build one', () => {
  expect(() => loadDesk(join(folder, 'elsewhere'))).toThrow('elsewhere: scripts/build makes it');
});
