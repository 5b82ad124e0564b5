import { serveGrpc } from '@lianban/grpc';
import { quiet } from './quiet';

/** A port nobody listens on, for a peer that is to come up later. */
export async function freePort(): Promise<number> {
  const server = await serveGrpc([], { bind: '127.0.0.1', port: 0, log: quiet });
  await server.stop(0);
  return server.port;
}
