type Env = Readonly<Record<string, string | undefined>>;

const prefixOf = (service: string): string => `${service.toUpperCase().replaceAll('-', '_')}__`;

/**
 * The environment of one of several services in a process. What is for it alone stands before what is for all of them, as
 * PERMITS__GRPC_PORT before GRPC_PORT.
 */
export function environmentOf(service: string, env: Env): Env {
  const prefix = prefixOf(service);
  const own = Object.entries(env).filter(([name]) => name.startsWith(prefix));
  return { ...env, ...Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value])) };
}

/** The environment of a service as part of that of a process with several: each name with the service's before it. */
export const withPrefixOf = (service: string, env: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [prefixOf(service) + name, value]));
