import { CallFailed } from '@lianban/grpc';
import { type TestGateway, key, openGateway, problemIn, submission } from '../test/test-gateway';
import { fakeApplications } from '../test/fake-ports';

let gateway: TestGateway;
afterEach(() => gateway.close());

describe('when a service behind the gateway does not answer', () => {
  const failing = async (error: Error) => {
    gateway = await openGateway({ applications: { get: () => Promise.reject(error) } });
    return gateway.send('/api/applications/A-1', { as: 'resident' });
  };

  test('503 with Retry-After when a retry can help', async () => {
    const response = await failing(
      new CallFailed('applications', 'UNAVAILABLE', 'connect ECONNREFUSED 10.0.0.7:50051', true),
    );
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await response.clone().text()).not.toContain('10.0.0.7');
    expect((await problemIn(response)).slug).toBe('service-unavailable');
  });

  test('502 when a retry cannot help', async () => {
    const response = await failing(new CallFailed('applications', 'INTERNAL', 'stack trace', false));
    expect([response.status, response.headers.get('retry-after')]).toEqual([502, null]);
    expect((await problemIn(response)).slug).toBe('service-failed');
  });

  test('500 for a bug, without internal details', async () => {
    const response = await failing(new TypeError('cannot read secret of undefined'));
    expect(response.status).toBe(500);
    expect(await response.clone().text()).not.toContain('secret');
    expect((await problemIn(response)).slug).toBe('internal-error');
    expect(gateway.logged.join('')).toContain('cannot read secret');
  });
});

test('over the limit of requests in flight the answer is 503 at once; a released place is reused', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let entered = (): void => undefined;
  const inside = new Promise<void>((resolve) => (entered = resolve));
  const get: typeof fakeApplications.get = async (request) => {
    entered();
    await held;
    return fakeApplications.get(request);
  };
  gateway = await openGateway({ applications: { get } }, { inFlight: 1 });
  const first = gateway.send('/api/applications/A-1', { as: 'resident' });
  await inside;
  const second = await gateway.send('/api/packages');
  expect([second.status, second.headers.get('retry-after')]).toEqual([503, '2']);
  expect((await problemIn(second)).slug).toBe('overloaded');
  release();
  expect((await first).status).toBe(200);
  expect((await gateway.send('/api/packages')).status).toBe(200);
});

test('waiting bodies are limited in bytes, in all and per person', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const submit: typeof fakeApplications.submit = async (request) => {
    await held;
    return fakeApplications.submit(request);
  };
  const bytes = JSON.stringify(submission).length;
  gateway = await openGateway({ applications: { submit } }, { bodyBytes: 3 * bytes, bodyBytesEach: 2 * bytes });
  const apply = (id: string) =>
    gateway.send('/api/applications', { as: { role: 'resident', id }, headers: key(), json: submission });
  const waiting = [apply('r-1'), apply('r-1')];
  while (gateway.calls.length < 2) await new Promise((resolve) => setImmediate(resolve));
  expect((await problemIn(await apply('r-1'))).slug).toBe('too-many-at-once');
  waiting.push(apply('r-2'));
  while (gateway.calls.length < 3) await new Promise((resolve) => setImmediate(resolve));
  expect((await problemIn(await apply('r-3'))).slug).toBe('overloaded');
  release();
  expect((await Promise.all(waiting)).map((response) => response.status)).toEqual([202, 202, 202]);
  expect((await apply('r-3')).status).toBe(202);
});
