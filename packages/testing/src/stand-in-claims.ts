import { residents } from '@lianban/protos';
import { type GrpcService, serveGrpc } from '@lianban/grpc';
import { freePort } from './peer';
import { quiet } from './quiet';

/** What residents answers to claims of benefits nobody has. */
const claims = {
  definition: residents.v1.ClaimsServiceService,
  handlers: {
    claim: ({ residentId: holderId }: residents.v1.ClaimRequest) =>
      Promise.resolve({ taken: false, number: '', holderId, freeFrom: '' }),
    release: () => Promise.resolve({}),
  },
  callers: {},
} as unknown as GrpcService;

/** A stand-in for residents that answers claims, and what else is served with them. */
export async function startResidents(more: readonly GrpcService[] = [], port?: number) {
  const at = port ?? (await freePort());
  const server = await serveGrpc([claims, ...more], { bind: '127.0.0.1', port: at, log: quiet });
  return { address: `residents=127.0.0.1:${at}`, server };
}
