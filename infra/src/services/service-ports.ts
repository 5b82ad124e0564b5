import { demoStaffList } from '../issuer/accounts';

/** Ports of one service on this machine. What speaks to browsers has `http`, every other service has `grpc`. */
export interface ServicePorts {
  readonly name: string;
  readonly health: number;
  readonly grpc?: number;
  readonly http?: number;
}

/** Distance of each service from the base port (LIANBAN_BASE_PORT, 7400). */
const offsets: Readonly<Record<string, number>> = {
  applications: 1,
  residents: 2,
  employment: 11,
  'social-assistance': 12,
  'elderly-care': 13,
  permits: 14,
};
/** What browsers are answered by: the gateway, and the pages behind it. */
const httpOffsets: Readonly<Record<string, number>> = { gateway: 80, web: 20 };
/** Of the local identity provider, which is no service. */
const issuerOffset = 21;
/** Those who decide nothing: everybody else who answers gRPC is a department. */
const noDepartments = ['applications', 'residents'];
const healthDistance = 100;

/**
 * Ports for these services. The ones we know keep their numbers; any other takes the next free number after them in
 * alphabetical order, so a new department needs no entry here.
 */
export function servicePorts(names: readonly string[], base: number): ServicePorts[] {
  const unknown = names.filter((name) => kindOf(name) === 'grpc' && !(name in offsets)).sort();
  const free = freeOffsets(unknown.length);
  return names.map((name) => {
    const port = base + (httpOffsets[name] ?? offsets[name] ?? free[unknown.indexOf(name)] ?? 0);
    return { name, health: port + healthDistance, ...(kindOf(name) === 'http' ? { http: port } : { grpc: port }) };
  });
}

/** The first `count` offsets after those of the known services that nobody has. */
function freeOffsets(count: number): number[] {
  const taken = new Set([...Object.values(httpOffsets), issuerOffset]);
  const first = Math.max(...Object.values(offsets)) + 1;
  const candidates = Array.from({ length: count + taken.size }, (_, i) => first + i);
  return candidates.filter((offset) => !taken.has(offset)).slice(0, count);
}

/** Every port these services listen on, and their identity provider's. */
export const numbersOf = (ports: readonly ServicePorts[]): number[] => [
  ...ports.flatMap(({ health, grpc, http }) => [health, grpc, http].filter((port) => port !== undefined)),
  ...ports.filter(({ name }) => name === 'gateway').map(issuerPort),
];

const issuerPort = ({ http = 0 }: ServicePorts): number => http - (httpOffsets['gateway'] ?? 0) + issuerOffset;

/** Where the local identity provider of these services is, when it runs. */
export function issuerAddress(all: readonly ServicePorts[]): string | undefined {
  const gateway = all.find(({ name }) => name === 'gateway');
  return gateway && `http://127.0.0.1:${issuerPort(gateway)}`;
}

export const departmentsOf = (all: readonly ServicePorts[]): string[] =>
  all.filter(({ name, grpc }) => grpc !== undefined && !noDepartments.includes(name)).map(({ name }) => name);

const kindOf = (name: string): 'http' | 'grpc' => (name in httpOffsets ? 'http' : 'grpc');

/** SERVICE_ADDRESSES as the services read it: name=host:port of every service that answers gRPC, with commas. */
export function peersOf(ports: readonly ServicePorts[]): string {
  return ports.flatMap(({ name, grpc }) => (grpc === undefined ? [] : [`${name}=127.0.0.1:${grpc}`])).join(',');
}

const httpAddress = (name: string, all: readonly ServicePorts[]): string | undefined => {
  const port = all.find((each) => each.name === name)?.http;
  return port === undefined ? undefined : `http://127.0.0.1:${port}`;
};

/** Where a browser finds the city: the gateway's address. */
export const originOf = (all: readonly ServicePorts[]): string | undefined => httpAddress('gateway', all);

/** The environment that tells a service where it listens and whom it may ask. */
export function portEnvironment(own: ServicePorts, all: readonly ServicePorts[]): Record<string, string> {
  return {
    HEALTH_PORT: String(own.health),
    ...(own.grpc === undefined ? {} : { GRPC_PORT: String(own.grpc) }),
    ...(own.http === undefined ? {} : { HTTP_PORT: String(own.http) }),
    SERVICE_ADDRESSES: peersOf(all),
    ...(own.http === undefined ? {} : neighbours(own.name, all)),
  };
}

/** Gateway and web know each other by HTTP. */
function neighbours(name: string, all: readonly ServicePorts[]): Record<string, string> {
  const known =
    name === 'gateway'
      ? {
          WEB_URL: httpAddress('web', all),
          OIDC_ISSUER: issuerAddress(all),
          OFFICERS: JSON.stringify(demoStaffList(departmentsOf(all))),
        }
      : { API_URL: originOf(all) };
  return Object.fromEntries(Object.entries(known).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
