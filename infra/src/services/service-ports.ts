import { IDENTITY_PROVIDER_PORT, type Service } from '@lianban/manifest';
import { bankKeysFile, bankKeysIn, merchantEnvironment } from '../bank/keys';
import { demoStaffList } from '../issuer/accounts';

/** Ports of one service on this machine: `http` at the edge, `grpc` behind it. */
export interface ServicePorts extends Pick<Service, 'name' | 'kind' | 'exposed' | 'addresses'> {
  readonly health: number;
  readonly grpc?: number;
  readonly http?: number;
  /** Of the local identity provider, beside the service that people sign in at. */
  readonly issuer?: number;
  /** Of the local bank, beside the service that takes payments. */
  readonly bank?: number;
}

const BANK_PORT = 60;

const healthDistance = 100;

/** The ports of these services: the base port (LIANBAN_BASE_PORT, 7400) plus the offset in each manifest. */
export const servicePorts = (services: readonly Service[], base: number): ServicePorts[] =>
  services.map(({ name, kind, exposed, addresses, port, performs }) => ({
    name,
    kind,
    exposed,
    addresses,
    health: base + port + healthDistance,
    ...(kind === 'edge' ? { http: base + port } : { grpc: base + port }),
    ...(exposed ? { issuer: base + IDENTITY_PROVIDER_PORT } : {}),
    ...(performs === 'payment' ? { bank: base + BANK_PORT } : {}),
  }));

/** All ports of these services and of their identity provider. */
export const numbersOf = (ports: readonly ServicePorts[]): number[] =>
  ports.flatMap(({ health, grpc, http, issuer, bank }) =>
    [health, grpc, http, issuer, bank].filter((port) => port !== undefined),
  );

const httpAddress = (port: number | undefined): string | undefined =>
  port === undefined ? undefined : `http://127.0.0.1:${port}`;

/** The service that people and programs call: the gateway. */
const exposedOf = (all: readonly ServicePorts[]): ServicePorts | undefined => all.find(({ exposed }) => exposed);

/** The address of the local identity provider of these services. */
export const issuerAddress = (all: readonly ServicePorts[]): string | undefined => httpAddress(exposedOf(all)?.issuer);

/** The address of the site. */
export const originOf = (all: readonly ServicePorts[]): string | undefined => httpAddress(exposedOf(all)?.http);

export const departmentsOf = (all: readonly ServicePorts[]): string[] =>
  all.filter(({ kind }) => kind === 'department').map(({ name }) => name);

/** SERVICE_ADDRESSES as the services read it: name=host:port of every service that answers gRPC, with commas. */
export function peersOf(ports: readonly ServicePorts[]): string {
  return ports.flatMap(({ name, grpc }) => (grpc === undefined ? [] : [`${name}=127.0.0.1:${grpc}`])).join(',');
}

/** The settings of a service's ports and of the services it may call. */
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
    ...(own.bank === undefined ? {} : merchant(own.bank, all)),
  };
  return Object.fromEntries(Object.entries(known).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** The settings of the service that takes payments: the local bank is its channel. */
const merchant = (bank: number, all: readonly ServicePorts[]) =>
  merchantEnvironment(bankKeysIn(bankKeysFile), httpAddress(bank)!, originOf(all) ?? httpAddress(bank)!);

/** The settings of the gateway of a local stack: how people sign in, and the desks. */
const people = (all: readonly ServicePorts[]) => ({
  DEPARTMENTS: departmentsOf(all).join(','),
  OIDC_ISSUER: issuerAddress(all),
  OFFICERS: JSON.stringify(demoStaffList(departmentsOf(all))),
});
