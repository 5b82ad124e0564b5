import type { Refusal } from '@lianban/model';
import { type GrpcServer, grpcService, serveGrpc } from '@lianban/grpc';
import { echo, quiet } from '@lianban/testing';

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
  return serveGrpc([grpcService(echo, handlers)], { bind: '127.0.0.1', port, log: quiet });
};
