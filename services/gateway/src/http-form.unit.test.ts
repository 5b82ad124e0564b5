import { gzipSync } from 'node:zlib';
import { type TestGateway, key, openGateway, problemIn, submission } from '../test/test-gateway';
import { claimsOf, tokenFor } from '../test/tokens';

let gateway: TestGateway;
afterEach(() => gateway.close());

const json = { ...key(), 'Content-Type': 'application/json' };

describe('every error is problem+json', () => {
  beforeEach(async () => {
    gateway = await openGateway();
  });
  const sent = (headers: Record<string, string>, raw: string | Uint8Array<ArrayBuffer>) =>
    gateway.send('/api/applications', { as: 'resident', headers, raw });
  const expectProblem = async (response: Response, status: number, slug: string) => {
    expect(response.status).toBe(status);
    expect(await problemIn(response)).toMatchObject({ slug });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(gateway.calls).toEqual([]);
  };

  test.each([
    '/api',
    '/api/nothing',
    '/api/Applications',
    '/api/applications/',
    '/api/applications/A.1',
    '/api/applications/%00',
  ])('404 at %s', async (path) => {
    await expectProblem(await gateway.send(path, { as: 'resident' }), 404, 'not-found');
  });

  test('405 names the allowed methods', async () => {
    const response = await gateway.send('/api/applications', { method: 'DELETE', as: 'resident' });
    expect(response.headers.get('allow')).toBe('POST, GET, HEAD');
    await expectProblem(response, 405, 'method-not-allowed');
    const options = await gateway.send('/api/applications', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, GET, HEAD']);
  });

  test('an undecodable path', async () => {
    await expectProblem(await gateway.send('/api/applications/%E0%A4%A', { as: 'resident' }), 400, 'malformed-request');
  });

  test('malformed JSON, without quoting it', async () => {
    const response = await sent(json, '{"package": "11010519491231002X", ');
    expect(await response.clone().text()).not.toContain('1101');
    await expectProblem(response, 400, 'malformed-json');
  });

  test('a body of exactly 1 MB is accepted, one byte more is not', async () => {
    const padded = (bytes: number) => {
      const empty = JSON.stringify({ ...submission, padding: '' });
      return JSON.stringify({ ...submission, padding: 'x'.repeat(bytes - empty.length) });
    };
    expect((await sent(json, padded(1024 * 1024))).status).toBe(422);
    await expectProblem(await sent(json, padded(1024 * 1024 + 1)), 413, 'body-too-large');
  });

  test('a chunked body over the limit', async () => {
    const stream = new Blob(['{"a":"', 'x'.repeat(2 * 1024 * 1024), '"}']).stream();
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: stream, duplex: 'half', headers: json };
    const headers = { ...json, Authorization: `Bearer ${await tokenFor(claimsOf.resident)}` };
    await expectProblem(await fetch(`${gateway.url}/api/applications`, { ...init, headers }), 413, 'body-too-large');
  });

  test.each([
    ['application/x-www-form-urlencoded', 'unsupported-media-type'],
    ['text/plain', 'unsupported-media-type'],
    ['application/json; charset=gb18030', 'unsupported-charset'],
  ])('415 for %s', async (type, slug) => {
    await expectProblem(await sent({ ...key(), 'Content-Type': type }, '{}'), 415, slug);
  });

  test('415 for a compressed body: its size is unknown', async () => {
    const bomb = new Uint8Array(gzipSync('x'.repeat(100_000)));
    await expectProblem(await sent({ ...json, 'Content-Encoding': 'gzip' }, bomb), 415, 'unsupported-encoding');
  });

  test.each([
    '?limit=0',
    '?limit=101',
    '?limit=ten',
    '?limit=1&limit=2',
    '?limit=',
    '?cursor=a%20b',
    '?order=asc',
    '?limit[$gt]=1',
  ])('a query that does not fit: %s', async (query) => {
    const response = await gateway.send(`/api/applications${query}`, { as: 'resident' });
    const [name] = /(?<=\?)[^=]+/.exec(query) ?? [];
    expect((await problemIn(response.clone() as Response)).errors?.[0]?.parameter).toBe(name);
    await expectProblem(response, 400, 'invalid-query');
  });

  test.each([undefined, '', 'a b', 'ключ', 'x'.repeat(129)])('an Idempotency-Key that is none: %s', async (value) => {
    const headers = {
      'Content-Type': 'application/json',
      ...(value === undefined ? {} : { 'Idempotency-Key': value }),
    };
    const ascii = Object.fromEntries(
      Object.entries(headers).map(([name, text]) => [name, Buffer.from(text).toString('latin1')]),
    );
    const response = await sent(ascii, JSON.stringify(submission));
    expect((await problemIn(response.clone() as Response)).errors?.[0]?.header).toBe('Idempotency-Key');
    await expectProblem(response, 400, 'invalid-header');
  });
});

test('answers carry headers against framing, sniffing and caching', async () => {
  gateway = await openGateway();
  const mine = await gateway.send('/api/applications', { as: 'resident' });
  expect(Object.fromEntries(mine.headers)).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'same-origin',
  });
  expect(mine.headers.has('x-powered-by')).toBe(false);
  expect((await gateway.send('/api/packages')).headers.get('cache-control')).toBe('public, max-age=60');
});
