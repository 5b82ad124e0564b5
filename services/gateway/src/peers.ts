import { ConfigError } from '@lianban/settings';
import { CallFailed, type Definition, type GrpcSecurity, type ServiceClient, connect } from '@lianban/grpc';
import { applications, casework, operations, residents } from '@lianban/protos';
import type { ClientOf, Ports } from './ports';
import type { EndedSessions } from './session/ended';

const self = 'gateway';

export interface Peers extends Pick<
  Ports,
  | 'applications'
  | 'materials'
  | 'residents'
  | 'mandates'
  | 'consents'
  | 'drafts'
  | 'readMarks'
  | 'readQuestions'
  | 'openSessions'
  | 'corrections'
  | 'ownEntry'
  | 'ownApplications'
  | 'desks'
  | 'operations'
  | 'clientOf'
> {
  readonly endedSessions: EndedSessions;
  readonly securityLog: Pick<ServiceClient<typeof residents.v1.SecurityLogServiceService>, 'record'>;
  close(): void;
}

/**
 * Connects to the services of `addresses` (name to host:port): applications, residents, those of `departments`, each of
 * which has a desk, and any other that a route asks. Connects lazily: a service that is down fails the first call to it.
 * @throws ConfigError when applications, residents or a department has no address.
 */
export function connectPeers(
  addresses: Readonly<Record<string, string>>,
  departments: readonly string[] = othersThanCity(addresses),
  security?: GrpcSecurity,
): Peers {
  if (!addresses['applications'] || !addresses['residents'])
    throw new ConfigError('SERVICE_ADDRESSES: must name applications=host:port and residents=host:port');
  const unknown = departments.find((name) => !addresses[name]);
  if (unknown !== undefined)
    throw new ConfigError(`DEPARTMENTS: names ${unknown}, and SERVICE_ADDRESSES has no ${unknown}=host:port`);
  const open: { close(): void }[] = [];
  const to = <D extends Definition>(name: string, definition: D, batched: readonly (keyof D & string)[] = []) => {
    const connection = connect(definition, addresses[name]!, self, name, batched, security);
    open.push(connection);
    return connection.call;
  };
  // Departments that grant benefits answer by one contract, each for itself.
  const others = new Map<string, Map<Definition, unknown>>();
  const clientOf: ClientOf = <D extends Definition>(name: string, definition: D) => {
    if (!addresses[name])
      throw new CallFailed(name, 'NO_ADDRESS', `set SERVICE_ADDRESSES to name where ${name} listens`, true);
    const known = others.get(name) ?? new Map<Definition, unknown>();
    const client = (known.get(definition) as ServiceClient<D> | undefined) ?? to(name, definition);
    others.set(name, known.set(definition, client));
    return client;
  };
  return {
    applications: to('applications', applications.v1.ApplicationsServiceService, ['submit']),
    materials: to('applications', applications.v1.MaterialsServiceService),
    residents: to('residents', residents.v1.ResidentsServiceService, ['getStanding', 'getRelation']),
    mandates: to('residents', residents.v1.MandatesServiceService),
    consents: to('residents', residents.v1.ConsentsServiceService),
    drafts: to('residents', residents.v1.DraftsServiceService),
    openSessions: to('residents', residents.v1.OpenSessionsServiceService),
    readMarks: to('residents', residents.v1.ReadMarksServiceService),
    readQuestions: to('residents', residents.v1.ReadQuestionsServiceService),
    corrections: to('residents', residents.v1.CorrectionsServiceService),
    ownEntry: to('residents', residents.v1.OwnDataServiceService),
    ownApplications: to('applications', applications.v1.OwnDataServiceService),
    securityLog: to('residents', residents.v1.SecurityLogServiceService),
    endedSessions: to('residents', residents.v1.SessionsServiceService),
    desks: Object.fromEntries(departments.map((name) => [name, to(name, casework.v1.DeskServiceService)])),
    operations: Object.fromEntries(
      Object.keys(addresses).map((name) => [name, to(name, operations.v1.OperationsServiceService)]),
    ),
    clientOf,
    close: () => open.forEach((connection) => connection.close()),
  };
}

/** The departments of a deployment that does not say which they are, as in the previous release. */
const othersThanCity = (addresses: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(addresses).filter((name) => name !== 'applications' && name !== 'residents');
