import { type Refusal } from '../../src/decider';
import { type GrpcServer, grpcService, serveGrpc } from '../../src/grpc';
import { echo } from '../../src/grpc/echo.testing';
import { quiet } from './counting';

/** A service that is asked how many there are. */
export const answering = (
  port: number,
  howMany: (of: string) => { amount: number } | Refusal | Promise<{ amount: number }>,
): Promise<GrpcServer> => {
  const handlers = {
    howMany: async ({ of }: { of: string }) => howMany(of),
    add: async () => ({ version: 0 }),
    async *follow() {
      yield { n: 0 };
    },
  };
  return serveGrpc([grpcService(echo, handlers)], '127.0.0.1', port, () => true, quiet);
};

/** A port nobody listens on, for a peer that is to come up later. */
export async function freePort(): Promise<number> {
  const server = await serveGrpc([], '127.0.0.1', 0, () => true, quiet);
  await server.stop(0);
  return server.port;
}
