import { type AddressInfo, type Socket, createServer } from 'node:net';
import { getEventListeners, once } from 'node:events';
import { Client, type ServiceError, credentials, status } from '@grpc/grpc-js';
import { pause } from '@lianban/backoff';
import { refuse } from '@lianban/model';
import { createLog } from '@lianban/telemetry';
import { connect } from './client';
import { echo } from '@lianban/testing';
import { type GrpcServer, grpcService, serveGrpc } from './server';
import { CallFailed, type Handlers } from './types';

const log = createLog('test', 'silent');
class DatabaseAway extends Error {}
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(handlers: Partial<Handlers<typeof echo>>, port = 0): Promise<GrpcServer> {
  const services = [grpcService(echo, handlers as Handlers<typeof echo>)];
  const isPassing = (error: unknown) => error instanceof DatabaseAway;
  const server = await serveGrpc(services, {
    ...{ bind: '127.0.0.1', port, log, isPassing },
    persons: { verify: () => 'forged', believesWords: () => true },
  });
  closing.push(() => server.stop(100));
  return server;
}
function client(port: number) {
  const connection = connect(echo, `127.0.0.1:${port}`, 'caller', 'echo');
  closing.push(() => connection.close());
  return connection.call;
}
const failure = (call: Promise<unknown>): Promise<CallFailed> =>
  call.then(
    () => Promise.reject(new Error('it was answered')),
    (error: CallFailed) => error,
  );

test('a call brings its caller, whom it is for, and an end', async () => {
  const heard: unknown[] = [];
  const { port } = await serve({
    howMany: async ({ of }, { caller, onBehalfOf, traceparent, signal }) => {
      heard.push(of, caller, onBehalfOf, traceparent, signal.aborted);
      return { amount: 3 };
    },
  });
  const traceparent = '00-11111111111111111111111111111111-2222222222222222-01';

  const answer = await client(port).howMany({ of: 'pears' }, { onBehalfOf: 'resident:1', traceparent });

  expect(answer).toEqual({ amount: 3 });
  expect(heard).toEqual(['pears', 'caller', 'resident:1', traceparent, false]);
});

test('calls are spread over every copy an address stands for', async () => {
  const answered = [0, 0];
  const ports = await Promise.all(
    answered.map(async (_, copy) => {
      const { port } = await serve({ howMany: async () => ({ amount: (answered[copy]! += 1) }) });
      return port;
    }),
  );
  const connection = connect(echo, `ipv4:${ports.map((port) => `127.0.0.1:${port}`).join(',')}`, 'caller', 'echo');
  closing.push(() => connection.close());

  // Until both connections stand, the first takes all.
  while (answered.some((count) => count === 0)) await connection.call.howMany({ of: 'pears' });
  const before = [...answered];
  for (let n = 0; n < 10; n++) await connection.call.howMany({ of: 'pears' });

  expect(answered.map((count, copy) => count - before[copy]!)).toEqual([5, 5]);
});

test('a refusal arrives as the same refusal', async () => {
  const no = refuse('too-many', 'Take fewer.', '/amount');
  const { port } = await serve({ howMany: async () => no });

  expect(await client(port).howMany({ of: 'pears' })).toEqual(no);
});

test('"not now" is no answer: the caller is to ask again', async () => {
  const slugs = ['overloaded', 'stopping'];
  const { port } = await serve({ howMany: async ({ of }) => refuse(of, 'later') });
  const call = client(port);

  const failures = await Promise.all(slugs.map((of) => failure(call.howMany({ of }))));

  expect(failures.map(({ code, retry }) => [code, retry])).toEqual([
    ['RESOURCE_EXHAUSTED', true],
    ['UNAVAILABLE', true],
  ]);
});

test.each([
  ['without a caller', {}, { deadline: Date.now() + 60_000 }, 'x-caller'],
  ['without a deadline', { 'x-caller': 'me' }, {}, 'deadline'],
])('a call %s is wrong', async (_what, names, options, why) => {
  const { port } = await serve({ howMany: async () => ({ amount: 1 }) });
  const bare = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  closing.push(() => bare.close());
  const metadata = new (await import('@grpc/grpc-js')).Metadata();
  for (const [name, value] of Object.entries(names)) metadata.set(name, value);
  const { path, requestSerialize, responseDeserialize } = echo.howMany;

  const error = await new Promise<ServiceError | null>((resolve) =>
    bare.makeUnaryRequest(path, requestSerialize, responseDeserialize, { of: 'x' }, metadata, options, resolve),
  );

  expect(error).toMatchObject({ code: status.INVALID_ARGUMENT, details: expect.stringContaining(why) });
});

test('a handler that fails says so without its words, and whether asking again can help', async () => {
  const errors: Record<string, Error> = {
    bug: new TypeError('cannot read the name of Wang Fang'),
    database: new DatabaseAway('connection to 10.0.0.1 closed'),
    peer: new CallFailed('residents', 'UNAVAILABLE', 'away', true),
  };
  const { port } = await serve({
    howMany: async ({ of }) => {
      throw errors[of]!;
    },
  });
  const call = client(port);

  const failures = await Promise.all(Object.keys(errors).map((of) => failure(call.howMany({ of }))));

  expect(failures.map(({ code, retry }) => [code, retry])).toEqual([
    ['INTERNAL', false],
    ['UNAVAILABLE', true],
    ['UNAVAILABLE', true],
  ]);
  expect(failures.map(({ message }) => message).join()).not.toMatch(/Wang Fang|10\.0\.0\.1/);
});

test('an answer that takes longer than the deadline is a failure worth another try', async () => {
  let aborted: Promise<unknown> = Promise.resolve();
  const { port } = await serve({
    howMany: async (_request, { signal }) => {
      aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
      await aborted;
      return { amount: 1 };
    },
  });

  const { code, retry } = await failure(client(port).howMany({ of: 'x' }, { deadlineMs: 100 }));

  expect([code, retry]).toEqual(['DEADLINE_EXCEEDED', true]);
  await aborted;
});

test('a signal ends a call, and forgets calls that have ended', async () => {
  const { port } = await serve({
    howMany: async ({ of }) => (of === 'slow' ? pause(5_000).then(() => ({ amount: 1 })) : { amount: 1 }),
  });
  const call = client(port);
  const leaving = new AbortController();
  const { signal } = leaving;

  for (let i = 0; i < 20; i++) await call.howMany({ of: 'x' }, { signal });
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  const slow = failure(call.howMany({ of: 'slow' }, { signal }));
  leaving.abort();

  expect((await slow).code).toBe('CANCELLED');
  expect((await failure(call.howMany({ of: 'x' }, { signal }))).code).toBe('CANCELLED');
});

test('a peer that was away is called as soon as it is back', async () => {
  const first = await serve({ howMany: async () => ({ amount: 1 }) });
  const call = client(first.port);
  await call.howMany({ of: 'x' });
  await first.stop(100);
  expect((await failure(call.howMany({ of: 'x' }))).retry).toBe(true);

  await serve({ howMany: async () => ({ amount: 2 }) }, first.port);

  // All clients of one address share its connections, and the pause between two tries.
  const other = client(first.port);
  expect(await Promise.all([call, other].map((one) => one.howMany({ of: 'x' })))).toEqual([
    { amount: 2 },
    { amount: 2 },
  ]);
});

test('a call to a peer that is away can be made again', async () => {
  const { port, stop } = await serve({});
  await stop(100);
  expect(await failure(client(port).howMany({ of: 'x' }))).toMatchObject({ code: 'UNAVAILABLE', retry: true });
});

test('a call to a peer that says nothing keeps its deadline', async () => {
  const held: Socket[] = [];
  const silent = createServer((socket) => held.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const late = await failure(client((silent.address() as AddressInfo).port).howMany({ of: 'x' }, { deadlineMs: 20 }));
  for (const socket of held) socket.destroy();
  silent.close();

  expect(late).toMatchObject({ code: 'DEADLINE_EXCEEDED', retry: true });
});

test('a stream brings what happens, and ends when the server stops', async () => {
  const server = await serve({
    async *follow({ upTo }, { signal }) {
      for (let n = 1; n <= upTo; n++) yield { n };
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    },
  });
  const heard: number[] = [];
  const following = (async () => {
    for await (const { n } of client(server.port).follow({ upTo: 3 }, { deadlineMs: 60_000 })) {
      heard.push(n);
      if (n === 3) void server.stop(10_000);
    }
  })();

  await following;
  expect(heard).toEqual([1, 2, 3]);
});

test('a reader who goes away ends the stream of the server', async () => {
  const ended = Promise.withResolvers<void>();
  const { port } = await serve({
    async *follow(_request, { signal }) {
      yield { n: 1 };
      signal.addEventListener('abort', () => ended.resolve(), { once: true });
      await ended.promise;
    },
  });
  const leaving = new AbortController();

  for await (const { n } of client(port).follow({ upTo: 1 }, { signal: leaving.signal, deadlineMs: 60_000 }))
    if (n === 1) leaving.abort();

  await ended.promise;
  expect(getEventListeners(leaving.signal, 'abort')).toHaveLength(0);
});
