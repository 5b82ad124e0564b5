import { CallFailed } from '@lianban/grpc';
import { refuse } from '@lianban/model';
import type { applications } from '@lianban/protos';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';
import { application } from '../test/fake-ports';
import { siteOf } from '../test/site';
import { tokenFor } from '../test/tokens';

let gateway: TestGateway;
afterEach(() => gateway.close());

const address = '/api/applications/A-1/events';
const ended = (version: number) => application(version, { status: 'completed', endedAt: new Date() });
const ids = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

/** A stream that stays open until its caller leaves, and reports when it did. */
function openEnded() {
  let cancelled = (): void => undefined;
  const whenCancelled = new Promise<void>((resolve) => (cancelled = resolve));
  async function* watch(_: unknown, { signal }: { signal?: AbortSignal }) {
    yield application(2);
    await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
    cancelled();
  }
  return { watch, whenCancelled };
}

/** Reads until `text` arrives. */
async function readUntil(response: Response, text: string): Promise<string> {
  const reader = response.body?.getReader();
  let read = '';
  while (reader && !read.includes(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    read += Buffer.from(value).toString();
  }
  return read;
}

test('the current state, then each change once and in order, and the end', async () => {
  const watch = async function* () {
    yield application(1);
    yield application(2);
    yield application(2);
    yield ended(3);
  };
  gateway = await openGateway({ applications: { watch } });
  const response = await gateway.send(address, { as: 'resident' });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = await response.text();
  expect(ids(text)).toEqual([1, 2, 3]);
  const [, data] = /^event: application\nid: 3\ndata: (.+)$/m.exec(text) ?? [];
  const one = await (await gateway.send('/api/applications/A-1', { as: 'resident' })).json();
  expect(Object.keys(JSON.parse(data ?? '{}')).toSorted()).toEqual(
    [...Object.keys(one as object), 'endedAt'].toSorted(),
  );
  expect(gateway.calls[1]).toMatchObject({
    name: 'applications.watch',
    request: { applicationNumber: 'A-1', residentId: 'r-1' },
    options: { onBehalfOf: 'resident:r-1', deadlineMs: 300_000 },
  });
});

test('clients do not notice a deadline or a restart of the service behind the stream', async () => {
  const streams = [
    async function* () {
      yield application(2);
      throw new CallFailed('applications', 'DEADLINE_EXCEEDED', 'deadline', true);
    },
    async function* () {
      yield application(3);
      throw new CallFailed('applications', 'UNAVAILABLE', 'gone', true);
    },
    async function* () {
      yield application(4);
    },
    async function* () {
      yield ended(5);
    },
  ];
  const watch = async function* (): AsyncGenerator<applications.v1.Application> {
    yield* streams.shift()?.() ?? [];
  };
  gateway = await openGateway({ applications: { watch } }, { reopenMs: 1 });
  expect(ids(await (await gateway.send(address, { as: 'resident' })).text())).toEqual([1, 2, 3, 4, 5]);
});

test('a step that needs an operator does not end the stream', async () => {
  const resting = application(2, { status: 'needs-operator', endedAt: new Date() });
  const streams = [[resting], [ended(3)]];
  const watch = async function* () {
    yield* streams.shift() ?? [];
  };
  gateway = await openGateway({ applications: { watch } }, { reopenMs: 1 });
  expect(ids(await (await gateway.send(address, { as: 'resident' })).text())).toEqual([1, 2, 3]);
});

test('a stream that fails for good is ended and logged', async () => {
  const watch = async function* () {
    yield application(2);
    throw new CallFailed('applications', 'INTERNAL', 'broken', false);
  };
  gateway = await openGateway({ applications: { watch } });
  expect(ids(await (await gateway.send(address, { as: 'resident' })).text())).toEqual([1, 2]);
  expect(gateway.logged.join('')).toContain('call failed');
});

test('another resident’s application is a problem, not a stream', async () => {
  gateway = await openGateway({ applications: { get: async () => refuse('not-your-application', 'Not yours.') } });
  const response = await gateway.send(address, { as: 'resident' });
  expect([response.status, (await problemIn(response)).slug]).toEqual([404, 'application-not-found']);
  expect(gateway.calls.map((call) => call.name)).toEqual(['applications.get']);
});

test('a reconnecting client gets what it has not seen; 204 after the end', async () => {
  gateway = await openGateway({ applications: { get: async () => ended(3) } });
  const after = (id: string) => gateway.send(address, { as: 'resident', headers: { 'Last-Event-ID': id } });
  expect(ids(await (await after('2')).text())).toEqual([3]);
  expect((await after('3')).status).toBe(204);
});

test('when the client leaves, the gRPC stream is cancelled', async () => {
  const { watch, whenCancelled } = openEnded();
  gateway = await openGateway({ applications: { watch } });
  const leaving = new AbortController();
  const response = await gateway.send(address, { as: 'resident', signal: leaving.signal });
  await readUntil(response, 'id: 2');
  leaving.abort();
  await whenCancelled;
});

test('live streams end when the process stops', async () => {
  const stopping = new AbortController();
  const { watch, whenCancelled } = openEnded();
  gateway = await openGateway({ applications: { watch }, rest: { stopping: stopping.signal } });
  const response = await gateway.send(address, { as: 'resident' });
  stopping.abort();
  expect(ids(await response.text())[0]).toBe(1);
  await whenCancelled;
});

test('a stream ends when its token expires', async () => {
  const { watch, whenCancelled } = openEnded();
  gateway = await openGateway({ applications: { watch } });
  // Long enough for a busy machine to send the request while the token is valid.
  const token = await tokenFor({ role: 'resident', id: 'r-1', expiresIn: 4 });
  const stream = await gateway.send(address, { token });
  expect(stream.status).toBe(200);
  await stream.text();
  await whenCancelled;
  expect((await problemIn(await gateway.send(address, { token }))).slug).toBe('token-expired');
});

test.each(['here', 'at another gateway process'])(
  'a sign-out %s ends the live streams of the session',
  async (where) => {
    const { watch, whenCancelled } = openEnded();
    const rest = siteOf();
    gateway = await openGateway({ rest, applications: { watch } });
    let Cookie = '';
    const now = Math.floor(Date.now() / 1000);
    await rest.sessions.begin(
      { headers: {} } as never,
      { cookie: (_: string, value: string) => (Cookie = `lianban=${value}`) } as never,
      { sub: 'r-1', role: 'resident' },
      { id: 's-1', startedAt: now },
    );
    const stream = await gateway.send(address, { headers: { Cookie } });
    await readUntil(stream, 'id: 2');
    rest.sessions.hasEnded('s-2');
    const here = { Cookie, 'Sec-Fetch-Site': 'same-origin' };
    if (where === 'here') await gateway.send('/auth/sign-out', { method: 'POST', headers: here });
    else rest.sessions.hasEnded('s-1');
    await whenCancelled;
    expect((await gateway.send(address, { headers: { Cookie } })).status).toBe(401);
  },
);

test('a heartbeat is sent while nothing happens', async () => {
  const { watch } = openEnded();
  gateway = await openGateway({ applications: { watch } }, { heartbeatMs: 5 });
  const leaving = new AbortController();
  const response = await gateway.send(address, { as: 'resident', signal: leaving.signal });
  expect(await readUntil(response, ': still here\n\n')).toContain(': still here');
  leaving.abort();
});

test('one resident has a limit of streams, others are not affected; a closed one is released', async () => {
  const { watch } = openEnded();
  gateway = await openGateway({ applications: { watch } }, { streamsEach: 1, inFlight: 1 });
  const leaving = new AbortController();
  const mine = await gateway.send(address, { as: 'resident', signal: leaving.signal });
  await readUntil(mine, 'id: 2');
  const second = await gateway.send(address, { as: 'resident' });
  expect([second.status, (await problemIn(second)).slug]).toEqual([429, 'too-many-at-once']);
  const other = await gateway.send(address, { as: { role: 'resident', id: 'r-2' }, signal: leaving.signal });
  expect(other.status).toBe(200);
  leaving.abort();
});

test('HEAD opens no stream', async () => {
  gateway = await openGateway();
  const response = await gateway.send(address, { as: 'resident', method: 'HEAD' });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  expect(gateway.calls.map((call) => call.name)).toEqual(['applications.get']);
});
