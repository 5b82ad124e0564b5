import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from './api';
import { ApiDown, ApiRefusal } from './problem';

const seen: { request: string; headers: Record<string, unknown>; body: string }[] = [];
let answer: [status: number, body: string] = [200, '{}'];
const server = createServer(async (req, res) => {
  let body = '';
  for await (const part of req) body += String(part);
  seen.push({ request: `${req.method} ${req.url}`, headers: req.headers, body });
  res.writeHead(answer[0]).end(answer[1]);
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => server.close());

const calls = () => createApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)({ actingFor: 'r-1' });
const submissions = () => calls().call('get', '/api/me/submissions/{key}', { path: { key: 'k-1' } });
const said = (status: number, body: string): Promise<unknown> => {
  answer = [status, body];
  return submissions().catch((error: unknown) => error);
};

test('path, query, headers and body are placed as the API expects them', async () => {
  answer = [200, '{"reads":[]}'];
  expect(await calls().call('get', '/api/me/reads', { query: { limit: 20, cursor: 'a b&c' } })).toEqual({ reads: [] });
  const path = { package: 'a/b' };
  const body = { answers: { a: 1 } };
  await calls().call('put', '/api/me/drafts/{package}', { path, body, header: { 'If-Match': '"3"' } });
  expect(seen.map(({ request }) => request)).toEqual([
    'GET /api/me/reads?limit=20&cursor=a+b%26c',
    'PUT /api/me/drafts/a%2Fb',
  ]);
  expect(seen[1]).toMatchObject({
    headers: { 'content-type': 'application/json', 'if-match': '"3"', 'on-behalf-of': 'r-1' },
    body: JSON.stringify(body),
  });
});

test('a refusal carries the slug and the pointers', async () => {
  const told = { status: 422, slug: 'invalid-body', errors: [{ pointer: '/answers', detail: 'no' }] };
  expect(await said(422, JSON.stringify({ ...told, detail: 'no' }))).toMatchObject(told);
  expect(await said(409, JSON.stringify({ status: 409, slug: 'held', detail: 'no' }))).toMatchObject({ errors: [] });
});

test('an error page of a proxy counts as the API being down, not as a bug', async () => {
  expect(await said(404, '<h1>Not found</h1>')).toEqual(expect.any(ApiRefusal));
  expect(await said(404, '{"error":"no route"}')).toMatchObject({ status: 404, slug: 'unknown' });
  expect(await said(502, '<h1>Bad gateway</h1>')).toEqual(expect.any(ApiDown));
});
