import { type GrpcServer, grpcService, serveGrpc } from '@lianban/grpc';
import { echo } from '@lianban/testing';
import { createLog } from '@lianban/telemetry';
import { connectPeers } from './peers';
import { durableRequest } from './durable-request';

const log = createLog('test', 'silent');
const asking = (peer: string) =>
  durableRequest({
    ...{ peer, definition: echo, method: 'howMany', deadlineMs: 1_000 },
    request: () => ({ of: 'x' }),
    onReply: () => ({ type: 'Learnt' }),
    onTimeout: () => ({ type: 'GaveUp' }),
  });

async function answering(amount: number): Promise<GrpcServer> {
  const service = grpcService(echo, { howMany: async () => ({ amount }) } as never);
  return serveGrpc([service], { bind: '127.0.0.1', port: 0, log });
}

test('two peers that speak one definition are kept apart', async () => {
  const [pears, plums] = [await answering(1), await answering(20)];
  const addresses = { pears: `127.0.0.1:${pears.port}`, plums: `127.0.0.1:${plums.port}` };
  const peers = connectPeers('asker', addresses);
  const ask = (peer: string) => peers.call(asking(peer), { of: 'x' }, {});

  expect([await ask('pears'), await ask('plums'), await ask('pears')]).toEqual([
    { amount: 1 },
    { amount: 20 },
    { amount: 1 },
  ]);
  peers.close();
  await Promise.all([pears.stop(100), plums.stop(100)]);
});

test('a peer without an address is missed by name, and may get one with the next start', async () => {
  const peers = connectPeers('asker', {});
  await expect(peers.call(asking('pears'), {}, {})).rejects.toMatchObject({ service: 'pears', retry: true });
});
