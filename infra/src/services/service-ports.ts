import { IDENTITY_PROVIDER_PORT, type Service } from '@lianban/manifest';
import { demoStaffList } from '../issuer/accounts';

/** Ports of one service on this machine: `http` at the edge, `grpc` behind it. */
export interface ServicePorts extends Pick<Service, 'name' | 'kind' | 'exposed' | 'addresses'> {
  readonly health: number;
  readonly grpc?: number;
  readonly http?: number;
  /** Of the local identity provider, beside the service that people sign in at. */
  readonly issuer?: number;
}

const healthDistance = 100;

/** Where these services listen: each has its place above the base port (LIANBAN_BASE_PORT, 7400) from its manifest. */
export const servicePorts = (services: readonly Service[], base: number): ServicePorts[] =>
  services.map(({ name, kind, exposed, addresses, port }) => ({
    name,
    kind,
    exposed,
    addresses,
    health: base + port + healthDistance,
    ...(kind === 'edge' ? { http: base + port } : { grpc: base + port }),
    ...(exposed ? { issuer: base + IDENTITY_PROVIDER_PORT } : {}),
  }));

/** Every port these services listen on, and their identity provider's. */
export const numbersOf = (ports: readonly ServicePorts[]): number[] =>
  ports.flatMap(({ health, grpc, http, issuer }) => [health, grpc, http, issuer].filter((port) => port !== undefined));

const httpAddress = (port: number | undefined): string | undefined =>
  port === undefined ? undefined : `http://127.0.0.1:${port}`;

/** The one that people and programs come in by. */
const doorOf = (all: readonly ServicePorts[]): ServicePorts | undefined => all.find(({ exposed }) => exposed);

/** Where the local identity provider of these services is, when it runs. */
export const issuerAddress = (all: readonly ServicePorts[]): string | undefined => httpAddress(doorOf(all)?.issuer);

/** Where a browser finds the city. */
export const originOf = (all: readonly ServicePorts[]): string | undefined => httpAddress(doorOf(all)?.http);

export const departmentsOf = (all: readonly ServicePorts[]): string[] =>
  all.filter(({ kind }) => kind === 'department').map(({ name }) => name);

/** SERVICE_ADDRESSES as the services read it: name=host:port of every service that answers gRPC, with commas. */
export function peersOf(ports: readonly ServicePorts[]): string {
  return ports.flatMap(({ name, grpc }) => (grpc === undefined ? [] : [`${name}=127.0.0.1:${grpc}`])).join(',');
}

/** The environment that tells a service where it listens and whom it may ask. */
export function portEnvironment(own: ServicePorts, all: readonly ServicePorts[]): Record<string, string> {
  const neighbours = Object.entries(own.addresses).map(([setting, name]) => [
    setting,
    httpAddress(all.find((each) => each.name === name)?.http),
  ]);
  const known = {
    HEALTH_PORT: String(own.health),
    GRPC_PORT: own.grpc?.toString(),
    HTTP_PORT: own.http?.toString(),
    SERVICE_ADDRESSES: peersOf(all),
    ...(Object.fromEntries(neighbours) as Record<string, string | undefined>),
    ...(own.exposed ? people(all) : {}),
  };
  return Object.fromEntries(Object.entries(known).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Who signs in at the door of a local stack, and for which desks. */
const people = (all: readonly ServicePorts[]) => ({
  DEPARTMENTS: departmentsOf(all).join(','),
  OIDC_ISSUER: issuerAddress(all),
  OFFICERS: JSON.stringify(demoStaffList(departmentsOf(all))),
});
