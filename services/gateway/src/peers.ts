import { ConfigError } from '@lianban/settings';
import { type GrpcSecurity, connect } from '@lianban/grpc';
import { applications, casework, residents } from '@lianban/protos';
import type { DeskClient, Ports } from './ports';
import type { EndedSessions } from './session/ended';

const self = 'gateway';

export interface Peers extends Pick<
  Ports,
  'applications' | 'materials' | 'residents' | 'mandates' | 'consents' | 'drafts' | 'readMarks' | 'desks'
> {
  readonly endedSessions: EndedSessions;
  close(): void;
}

/**
 * Connects to the services of `addresses` (name to host:port): applications, residents, and those of `departments`, each of
 * which has a desk. Connects lazily: a service that is down fails the first call to it.
 * @throws ConfigError when one of them has no address.
 */
export function connectPeers(
  addresses: Readonly<Record<string, string>>,
  departments: readonly string[] = othersThanCity(addresses),
  security?: GrpcSecurity,
): Peers {
  const { applications: toApplications, residents: toResidents } = addresses;
  if (!toApplications || !toResidents)
    throw new ConfigError('SERVICE_ADDRESSES: must name applications=host:port and residents=host:port');
  const one = connect(
    applications.v1.ApplicationsServiceService,
    toApplications,
    self,
    'applications',
    ['submit'],
    security,
  );
  const other = connect(
    residents.v1.ResidentsServiceService,
    toResidents,
    self,
    'residents',
    ['getStanding'],
    security,
  );
  const materials = connect(
    applications.v1.MaterialsServiceService,
    toApplications,
    self,
    'applications',
    [],
    security,
  );
  const mandates = connect(residents.v1.MandatesServiceService, toResidents, self, 'residents', [], security);
  const consents = connect(residents.v1.ConsentsServiceService, toResidents, self, 'residents', [], security);
  const drafts = connect(residents.v1.DraftsServiceService, toResidents, self, 'residents', [], security);
  const readMarks = connect(residents.v1.ReadMarksServiceService, toResidents, self, 'residents', [], security);
  const sessions = connect(residents.v1.SessionsServiceService, toResidents, self, 'residents', [], security);
  const desks = departments.map((name) => {
    const address = addresses[name];
    if (!address) throw new ConfigError(`DEPARTMENTS: names ${name}, and SERVICE_ADDRESSES has no ${name}=host:port`);
    return { name, ...connect(casework.v1.DeskServiceService, address, self, name, [], security) };
  });
  return {
    applications: one.call,
    materials: materials.call,
    residents: other.call,
    mandates: mandates.call,
    consents: consents.call,
    drafts: drafts.call,
    readMarks: readMarks.call,
    endedSessions: sessions.call,
    desks: Object.fromEntries(desks.map(({ name, call }): [string, DeskClient] => [name, call])),
    close: () =>
      [one, other, materials, mandates, consents, drafts, readMarks, sessions, ...desks].forEach((connection) =>
        connection.close(),
      ),
  };
}

/** The departments of a deployment that does not say which they are, as in the previous release. */
const othersThanCity = (addresses: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(addresses).filter((name) => name !== 'applications' && name !== 'residents');
