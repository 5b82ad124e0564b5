import { Server, ServerCredentials, type ServiceDefinition } from '@grpc/grpc-js';
import { refuse } from '@lianban/model';
import { createLog } from '@lianban/telemetry';
import { connect } from './client';
import { echo } from '@lianban/testing';
import { grpcService, serveGrpc } from './server';
import { batchCalls } from './rpc-batching-client';
import { CallFailed, type Handlers } from './types';

const log = createLog('test', 'silent');
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type HowMany = Handlers<typeof echo>['howMany'];

async function peer(howMany: HowMany) {
  const handlers = { howMany } as Handlers<typeof echo>;
  const server = await serveGrpc([grpcService(echo, handlers)], {
    ...{ bind: '127.0.0.1', port: 0, log },
    persons: { verify: () => 'forged', believesWords: () => true },
  });
  closing.push(() => server.stop(100));
  return clientOf(server.port);
}
function clientOf(port: number) {
  const connection = connect(echo, `127.0.0.1:${port}`, 'caller', 'echo', ['howMany']);
  closing.push(() => connection.close());
  return connection.call;
}
const ways = <T>(calls: readonly Promise<T>[]) => Promise.allSettled(calls);
const failure = (of: PromiseSettledResult<unknown> | undefined) =>
  of?.status === 'rejected' ? (of.reason as CallFailed).code : undefined;

test('calls made at one moment keep their answer, their refusal, their person and their trace', async () => {
  const whom: (string | undefined)[] = [];
  const call = await peer(async ({ of }, { caller, onBehalfOf, traceparent }) => {
    whom[Number(of)] = [caller, onBehalfOf, traceparent].join(' ');
    if (of === '7') return refuse('too-many', 'Take fewer.', '/amount');
    if (of === '8') throw new Error('a bug');
    if (of === '9') return refuse('overloaded', 'Later.');
    return { amount: Number(of) };
  });
  const trace = (n: number) => `00-${String(n + 1).padStart(32, '0')}-0000000000000001-01`;
  const people = Array.from({ length: 20 }, (_, n) => n);

  const found = await ways(
    people.map((n) => call.howMany({ of: String(n) }, { onBehalfOf: `resident:${n}`, traceparent: trace(n) })),
  );

  expect(whom).toEqual(people.map((n) => `caller resident:${n} ${trace(n)}`));
  const answers = found.map((each) => (each.status === 'fulfilled' ? each.value : each.reason.code));
  expect(answers.slice(0, 7)).toEqual(people.slice(0, 7).map((amount) => ({ amount })));
  expect(answers.slice(7, 10)).toEqual([
    refuse('too-many', 'Take fewer.', '/amount'),
    'INTERNAL',
    'RESOURCE_EXHAUSTED',
  ]);
});

test('they travel as a few, and one alone travels as itself', async () => {
  const signals = new Set<AbortSignal>();
  const call = await peer(async (_request, { signal }) => {
    signals.add(signal);
    return { amount: 1 };
  });
  await call.howMany({ of: 'one' });
  expect(signals.size).toBe(1);
  await Promise.all(Array.from({ length: 100 }, () => call.howMany({ of: 'many' })));
  expect(signals.size).toBeLessThan(5);
});

test('each has its own deadline and its own signal', async () => {
  const { promise: never, resolve: end } = Promise.withResolvers<{ amount: number }>();
  const call = await peer(async ({ of }) => (of === 'slow' ? never : { amount: 1 }));
  const gone = new AbortController();
  const before = ways([
    call.howMany({ of: 'slow' }, { deadlineMs: 60 }),
    call.howMany({ of: 'slow' }, { signal: gone.signal }),
    call.howMany({ of: 'slow' }, { signal: AbortSignal.abort() }),
  ]);
  gone.abort();
  expect((await before).map(failure)).toEqual(['DEADLINE_EXCEEDED', 'CANCELLED', 'CANCELLED']);
  end({ amount: 0 });
});

test('calls that nobody waits for any more are not sent', async () => {
  const sent: number[] = [];
  const { promise: hung, resolve: goOn } = Promise.withResolvers<void>();
  const call = batchCalls({
    tokenFor: () => '',
    peer: 'echo',
    path: echo.howMany.path,
    read: echo.howMany.responseDeserialize,
    sendSingle: async () => hung.then(() => ({ amount: 1 })),
    sendBatch: async ({ calls }) => {
      sent.push(calls.length);
      await hung;
      return { answers: calls.map(() => ({ response: Buffer.from('{}'), status: undefined })) };
    },
    failed: (code, details) => new CallFailed('echo', String(code), details, true),
  });
  const ask = (deadlineMs: number) => call(Buffer.from('x'), { deadlineMs });
  const underWay = ways(Array.from({ length: 256 }, () => ask(60_000)));
  const late = ways(Array.from({ length: 200 }, () => ask(10)));
  expect(new Set((await late).map(failure))).toEqual(new Set(['DEADLINE_EXCEEDED']));
  const last = ways([ask(60_000), ask(60_000)]);
  goOn();
  await Promise.all([underWay, last]);
  expect(sent).toEqual([64, 64, 64, 64, 2]);
});

test('bodies too large to go together go in several', async () => {
  const call = await peer(async ({ of }) => ({ amount: of.length }));
  const large = 'x'.repeat(200_000);
  const found = await Promise.all(Array.from({ length: 12 }, () => call.howMany({ of: large })));
  expect(found).toEqual(Array.from({ length: 12 }, () => ({ amount: 200_000 })));
});

test('a peer that is away is away for each of them', async () => {
  const call = clientOf(1);
  const found = await ways(Array.from({ length: 5 }, () => call.howMany({ of: 'x' }, { deadlineMs: 2_000 })));
  expect(new Set(found.map(failure))).toEqual(new Set(['UNAVAILABLE']));
});

test('a peer of a former release, which knows no calls together, is called one by one', async () => {
  const server = new Server();
  server.addService(echo as unknown as ServiceDefinition, {
    howMany: ({ request }: { request: { of: string } }, reply: (error: null, response: unknown) => void) =>
      reply(null, { amount: Number(request.of) }),
    add: () => undefined,
    follow: () => undefined,
  });
  const port = await new Promise<number>((resolve) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (_error, at) => resolve(at)),
  );
  closing.push(() => server.forceShutdown());
  const call = clientOf(port);
  const found = await Promise.all([1, 2, 3].map((n) => call.howMany({ of: String(n) })));
  expect(found).toEqual([{ amount: 1 }, { amount: 2 }, { amount: 3 }]);
});
