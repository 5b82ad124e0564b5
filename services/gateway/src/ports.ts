import type { ServiceClient } from '@lianban/grpc';
import type { Log } from '@lianban/telemetry';
import type { applications, casework, residents } from '@lianban/protos';
import type { StaffList } from './officers';
import type { Rates } from './limits/rates';
import type { Upstream } from './pages/forward';
import type { InternalTokens } from './session/internal-token';
import type { Sessions } from './session/sessions';
import type { SignInParts } from './sign-in/sign-in';
import type { TokenVerifier } from './token/identity';

export type Applications = ServiceClient<typeof applications.v1.ApplicationsServiceService>;
export type Residents = ServiceClient<typeof residents.v1.ResidentsServiceService>;
export type Materials = ServiceClient<typeof applications.v1.MaterialsServiceService>;
export type Mandates = ServiceClient<typeof residents.v1.MandatesServiceService>;
export type Consents = ServiceClient<typeof residents.v1.ConsentsServiceService>;
export type Drafts = ServiceClient<typeof residents.v1.DraftsServiceService>;
export type ReadMarks = ServiceClient<typeof residents.v1.ReadMarksServiceService>;
export type DeskClient = ServiceClient<typeof casework.v1.DeskServiceService>;

/** What the door stands between: everything it knows, it asks there. */
export interface Ports {
  readonly applications: Applications;
  readonly materials: Materials;
  readonly residents: Residents;
  readonly mandates: Mandates;
  readonly consents: Consents;
  readonly drafts: Drafts;
  readonly readMarks: ReadMarks;
  /** By department, as an officer's token names it. */
  readonly desks: Readonly<Record<string, DeskClient>>;
  readonly officers: StaffList;
  readonly verify: TokenVerifier;
  readonly site: PublicSite;
  readonly sessions: Sessions;
  readonly signIn: SignInParts;
  readonly rates: Rates;
  /** Addresses, networks, "loopback": these machines say for whom they ask, and are believed. */
  readonly trustedProxies: readonly string[];
  readonly log: Log;
  readonly isReady: () => boolean;
  /** Aborted when the process is to stop: live streams end. */
  readonly stopping: AbortSignal;
}

/** What browsers see as one place. */
export interface PublicSite {
  /** As browsers write it; nothing a request says of its host is believed. */
  readonly origin: URL;
  readonly web: Upstream;
  /** Where people sign in. */
  readonly issuer: URL;
  /** For `web`, in the name of whoever is signed in. */
  readonly tokenFor: InternalTokens;
}

export interface GatewayLimits {
  /** Requests under way at once, live streams not counted: so many that read, and at most so many that change. */
  readonly inFlight: number;
  /** A change that takes longer makes room for fewer of them. */
  readonly slowMs: number;
  /** Pages under way at once. */
  readonly pages: number;
  /** Bytes of bodies held at once, by everybody and by one person: a parsed body takes ten times its bytes. */
  readonly bodyBytes: number;
  readonly bodyBytesEach: number;
  readonly streams: number;
  readonly streamsEach: number;
  readonly heartbeatMs: number;
  /** How long one gRPC stream may last before it is opened anew. */
  readonly watchMs: number;
  /** The wait before a broken stream is opened anew. */
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
