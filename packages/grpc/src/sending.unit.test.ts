import { refuse } from '@lianban/model';
import { createLog } from '@lianban/telemetry';
import { connect } from './client';
import { type GrpcServer, grpcService, serveGrpc } from './server';
import { CallFailed, type Handlers, type Method } from './types';

type Part = { readonly n: number; readonly text: string };
const written = (value: unknown) => Buffer.from(JSON.stringify(value));
const read = (bytes: Buffer) => JSON.parse(bytes.toString());
const parcel = {
  send: {
    path: '/parcel.v1.ParcelService/Send',
    requestStream: true as const,
    responseStream: false as const,
    requestSerialize: written as Method<Part, { count: number }>['requestSerialize'],
    requestDeserialize: read,
    responseSerialize: written,
    responseDeserialize: read as Method<Part, { count: number }>['responseDeserialize'],
  },
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(send: Handlers<typeof parcel>['send']) {
  const log = createLog('test', 'silent');
  const server: GrpcServer = await serveGrpc([grpcService(parcel, { send })], { bind: '127.0.0.1', port: 0, log });
  const connection = connect(parcel, `127.0.0.1:${server.port}`, 'caller', 'parcel');
  closing.push(
    () => server.stop(100),
    () => connection.close(),
  );
  return connection.call;
}
async function* parts(count: number, text = '', sent: number[] = []): AsyncGenerator<Part> {
  for (let n = 0; n < count; n++) {
    sent.push(n);
    yield { n, text };
  }
}
const countAll: Handlers<typeof parcel>['send'] = async (requests) => {
  let count = 0;
  for await (const { n } of requests) if (n === count) count++;
  return { count };
};

test('all messages arrive in order, and are answered once', async () => {
  const call = await open(countAll);
  expect(await call.send(parts(500))).toEqual({ count: 500 });
});

test('a refusal in the middle is the answer, and the rest is not sent', async () => {
  const sent: number[] = [];
  const call = await open(async (requests) => {
    for await (const { n } of requests) if (n === 3) return refuse('enough', 'No more.');
    return { count: 0 };
  });
  expect(await call.send(parts(100_000, 'x'.repeat(10_000), sent))).toMatchObject({ refused: 'enough' });
  expect(sent.length).toBeLessThan(10_000);
});

test('what breaks off at the sender is no end: the receiver never answers as if it were all', async () => {
  let ended = false;
  const call = await open(async (requests, { signal }) => {
    const answer = await countAll(requests, undefined as never);
    ended = !signal.aborted;
    return answer;
  });
  async function* broken(): AsyncGenerator<Part> {
    yield* parts(3);
    throw new Error('the line broke');
  }
  await expect(call.send(broken())).rejects.toThrow('the line broke');
  expect(ended).toBe(false);
});

test('a receiver that is away fails the call', async () => {
  const connection = connect(parcel, '127.0.0.1:1', 'caller', 'parcel');
  closing.push(() => connection.close());
  await expect(connection.call.send(parts(3))).rejects.toBeInstanceOf(CallFailed);
});
