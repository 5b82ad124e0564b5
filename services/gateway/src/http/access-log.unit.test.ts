import { type TestGateway, key, openGateway, submission } from '../../test/test-gateway';
import { claimsOf, tokenFor } from '../../test/tokens';

let gateway: TestGateway;
afterEach(() => gateway.close());

/** The access log lines, once there are `count`: a line is written when the connection has flushed the answer. */
async function lines(count: number): Promise<Record<string, unknown>[]> {
  for (;;) {
    const found = gateway.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    const requests = found.filter((line) => line.msg === 'request');
    if (requests.length >= count) return requests;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('one line per request: method, pattern, status, time; no id, no body, no token', async () => {
  gateway = await openGateway();
  const token = await tokenFor({ ...claimsOf.resident, id: 'person-77' });
  const json = { ...submission, answers: { phone: '13812345678', about: 'my-own-words' } };
  await (await gateway.send('/api/applications', { token, headers: key('my-key'), json })).text();
  await (await gateway.send('/api/applications/ZZ-2026-1?limit=secret', { token })).text();
  await (await gateway.send('/somewhere/person-77', { token })).text();
  await (await gateway.send('/api/applications/ZZ-2026-1', {})).text();
  expect(await lines(4)).toMatchObject([
    {
      level: 'info',
      service: 'gateway',
      method: 'POST',
      route: '/api/applications',
      status: 202,
      ms: expect.any(Number),
    },
    { method: 'GET', route: '/api/applications/:number', status: 400 },
    { method: 'GET', route: '/{*page}', status: 503 },
    { method: 'GET', route: '/api/applications/:number', status: 401 },
  ]);
  const all = gateway.logged.join('');
  for (const word of ['person-77', 'ZZ-2026', 'secret', 'my-own-words', '13812345678', 'my-key', token.slice(-20)])
    expect(all).not.toContain(word);
});

test('probes are logged at debug level only', async () => {
  gateway = await openGateway();
  await (await gateway.send('/healthz/live')).text();
  expect(await lines(1)).toMatchObject([{ level: 'debug', status: 200 }]);
});
