import {
  type CallOptions,
  type GrpcSecurity,
  type Person,
  type ServiceClient,
  grpcSecurity,
  localKeys,
  personTokens,
} from '@lianban/grpc';
import { quiet } from './quiet';

/** Plaintext, with person tokens signed by the local stack's key in the name of `self`. */
export function signingFor(self: string): GrpcSecurity {
  const signing = localKeys.pair('person').then((key) => personTokens(key, self));
  return {
    ...grpcSecurity(self, undefined, quiet),
    personTokens: async (peer, person) => (await signing)(peer, person),
  };
}

type AnyMethod = (request: unknown, options?: CallOptions) => unknown;

/** A client that proves whoever a call is made for: tests name people as "officer:o-1". */
export const asNamed = <D>(client: ServiceClient<D>): ServiceClient<D> =>
  Object.fromEntries(
    Object.entries(client as Readonly<Record<string, AnyMethod>>).map(([name, call]) => [
      name,
      (request: unknown, options: CallOptions = {}) => call(request, { ...proved(options.onBehalfOf), ...options }),
    ]),
  ) as unknown as ServiceClient<D>;

function proved(named: string | undefined): { person?: Person } {
  const [, role, id] = /^([a-z]+):(.+)$/.exec(named ?? '') ?? [];
  return role && id ? { person: { role, id } } : {};
}
