import type { Definition, ServiceClient } from '@lianban/grpc';
import type { Log } from '@lianban/telemetry';
import type { applications, casework, operations, residents } from '@lianban/protos';
import type { Staff } from './staff';
import type { Rates } from './limits/rates';
import type { Printer } from './pdf/printer';
import type { Upstream } from './pages/forward';
import type { InternalTokens } from './session/internal-token';
import type { SecurityLog } from './security/security-log';
import type { OpenSessions } from './session/kept';
import type { Sessions } from './session/sessions';
import type { SignInParts } from './sign-in/sign-in';
import type { Strength } from './sign-in/strength';
import type { TokenVerifier } from './token/identity';

export type Applications = ServiceClient<typeof applications.v1.ApplicationsServiceService>;
export type Residents = ServiceClient<typeof residents.v1.ResidentsServiceService>;
export type Materials = ServiceClient<typeof applications.v1.MaterialsServiceService>;
export type Mandates = ServiceClient<typeof residents.v1.MandatesServiceService>;
export type Consents = ServiceClient<typeof residents.v1.ConsentsServiceService>;
export type Drafts = ServiceClient<typeof residents.v1.DraftsServiceService>;
export type ReadMarks = ServiceClient<typeof residents.v1.ReadMarksServiceService>;
export type ReadQuestions = ServiceClient<typeof residents.v1.ReadQuestionsServiceService>;
export type Corrections = ServiceClient<typeof residents.v1.CorrectionsServiceService>;
export type OwnEntry = ServiceClient<typeof residents.v1.OwnDataServiceService>;
export type OwnApplications = ServiceClient<typeof applications.v1.OwnDataServiceService>;
export type DeskClient = ServiceClient<typeof casework.v1.DeskServiceService>;

export type OperationsClient = ServiceClient<typeof operations.v1.OperationsServiceService>;

/** @throws CallFailed when this deployment has no such service */
export type ClientOf = <D extends Definition>(service: string, definition: D) => ServiceClient<D>;

/** The dependencies of the gateway: the services it calls and what it is configured with. */
export interface Ports {
  readonly applications: Applications;
  readonly materials: Materials;
  readonly residents: Residents;
  readonly mandates: Mandates;
  readonly consents: Consents;
  readonly drafts: Drafts;
  readonly readMarks: ReadMarks;
  readonly readQuestions: ReadQuestions;
  readonly openSessions: OpenSessions;
  readonly corrections: Corrections;
  /** What the register, and what applications keeps of whoever asks. */
  readonly ownEntry: OwnEntry;
  readonly ownApplications: OwnApplications;
  /** By department, as an officer's token names it. */
  readonly desks: Readonly<Record<string, DeskClient>>;
  /** What every service answers its operators, by the name of the service. */
  readonly operations: Readonly<Record<string, OperationsClient>>;
  /** Of any other service, named as in its manifest: its routes need no port of their own. */
  readonly clientOf: ClientOf;
  readonly staff: Pick<Staff, 'list' | 'mayAct'>;
  readonly verify: TokenVerifier;
  readonly site: PublicSite;
  readonly sessions: Sessions;
  readonly signIn: SignInParts;
  readonly strength: Strength;
  readonly rates: Rates;
  readonly printer: Printer;
  readonly security: Pick<SecurityLog, 'note'>;
  /** Addresses, networks, "loopback": the X-Forwarded-For header of these proxies is trusted. */
  readonly trustedProxies: readonly string[];
  readonly log: Log;
  readonly isReady: () => boolean;
  /** Aborted when the process stops: live streams end. */
  readonly stopping: AbortSignal;
}

/** What browsers see as one site. */
export interface PublicSite {
  /** The origin as browsers write it; the Host header of a request is not trusted. */
  readonly origin: URL;
  /** The residents' pages. */
  readonly web: Upstream;
  /** The officers' desk. */
  readonly desk: Upstream;
  /** Where people sign in. */
  readonly issuer: URL;
  /** Signs tokens with which `web` calls the API as the signed-in person. */
  readonly tokenFor: InternalTokens;
}

export interface GatewayLimits {
  /** Requests in flight, live streams not counted: the limit for reads and the upper limit for changes. */
  readonly inFlight: number;
  /** A change slower than this lowers the limit for changes. */
  readonly slowMs: number;
  /** Pages in flight; as many again of the desk. */
  readonly pages: number;
  /** Bytes of request bodies held at once, in all and per person: a parsed body takes ten times its bytes. */
  readonly bodyBytes: number;
  readonly bodyBytesEach: number;
  readonly streams: number;
  readonly streamsEach: number;
  readonly heartbeatMs: number;
  /** The longest life of one gRPC stream before it is reopened. */
  readonly watchMs: number;
  /** The wait before a broken stream is reopened. */
  readonly reopenMs: number;
}

export const limits: GatewayLimits = {
  inFlight: 512,
  slowMs: 500,
  pages: 256,
  bodyBytes: 16 * 1024 * 1024,
  bodyBytesEach: 2 * 1024 * 1024,
  streams: 2000,
  streamsEach: 10,
  heartbeatMs: 15_000,
  watchMs: 300_000,
  reopenMs: 1_000,
};
