import type { DurableRequest } from '@lianban/engine';
import {
  CallFailed,
  type CallOptions,
  type Connection,
  type Definition,
  type GrpcSecurity,
  type ServiceClient,
  connect,
} from '@lianban/grpc';

type AnyClient = Record<string, (request: unknown, options: CallOptions) => Promise<unknown>>;

/** Connections to the services that this one asks, opened at the first call. */
export function connectPeers(self: string, addresses: Readonly<Record<string, string>>, security?: GrpcSecurity) {
  // Several peers may serve one definition.
  const open = new Map<string, Map<Definition, Connection<Definition>>>();
  const clientOf = <D extends Definition>(peer: string, definition: D): ServiceClient<D> => {
    const address = addresses[peer];
    if (!address) throw new CallFailed(peer, 'NO_ADDRESS', `set SERVICE_ADDRESSES to name where ${peer} listens`, true);
    const ofPeer = open.get(peer) ?? new Map<Definition, Connection<Definition>>();
    open.set(peer, ofPeer);
    const found = ofPeer.get(definition) ?? connect(definition, address, self, peer, Object.keys(definition), security);
    ofPeer.set(definition, found);
    return found.call as unknown as ServiceClient<D>;
  };
  return {
    clientOf,
    call: async (durable: DurableRequest, request: unknown, options: CallOptions) =>
      (clientOf(durable.peer, durable.definition as Definition) as unknown as AnyClient)[durable.method]!(
        request,
        options,
      ),
    close: () => open.forEach((ofPeer) => ofPeer.forEach((connection) => connection.close())),
  };
}
