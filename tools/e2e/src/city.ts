import { setTimeout as pause } from 'node:timers/promises';
import {
  type BrokerSecurity,
  type RunningServices,
  type SecureStack,
  type ServicesPlan,
  type TokenClaims,
  admit,
  cityTopics,
  createIssuer,
  ensureTopics,
  operatorSecurity,
  operatorSettings,
  secureCalls,
  secureSettings,
  startServices,
  testPrefix,
} from '@lianban/infra';
import { moveClock, startClockAt } from '@lianban/runtime';
import { type Collection, type Document, MongoClient } from 'mongodb';
import { assisted } from './demo/assisted';
import { firstDay } from './demo/city-time';
import { type DemoClient, openClient } from './demo/client';
import { type DemoCourse, demoCourses, openCourses, registerResidents } from './demo/put-in-place';

/** A whole city: every service, in one process or one each, with topics and databases of its own. */
export interface TestCity {
  readonly prefix: string;
  readonly url: string;
  readonly brokers: readonly string[];
  /** How to sign in at them. */
  readonly security: BrokerSecurity;
  /** The settings by which the operators' program signs in; none where nobody has to. */
  readonly operatorEnv: Readonly<Record<string, string>>;
  readonly services: RunningServices;
  /** The topics of the services, with this city's prefix. */
  readonly topics: readonly string[];
  token(claims: TokenClaims): string;
  as(claims: TokenClaims): DemoClient;
  resident(n: number): DemoClient;
  /** A client for a resident who applies at a counter. */
  assisted(n: number): DemoClient;
  officer(department: string, id?: string): DemoClient;
  operator(id?: string): DemoClient;
  /** The gRPC address of a service: HOST:PORT. */
  address(service: string): string;
  collection<T extends Document = Document>(service: string, name: string): Collection<T>;
  /** Resolves with the city's time when every service has seen the new day. */
  moveDays(days: number): Promise<Date>;
  stop(): Promise<void>;
}

export interface CityPlan {
  /** The logs of its services are in .local/log/e2e-NAME. */
  readonly name: string;
  readonly servers: { readonly kafkaBrokers: string; readonly mongoUrl: string };
  /** How many demonstration residents are registered, from number 1, with a household each. */
  readonly residents: number;
  readonly courses?: readonly DemoCourse[];
  readonly env?: Readonly<Record<string, string>>;
  /** Each service as a process of its own, for tests that end or copy one: together they start faster. */
  readonly apart?: boolean;
  /** The outside departments are played, by a process beside them. */
  readonly outside?: boolean;
  /** People sign in, at a local identity provider. */
  readonly issuer?: boolean;
  /** A local bank, at which people pay. */
  readonly bank?: boolean;
  readonly envOf?: ServicesPlan['envOf'];
  /** The checkout from which each process is started; this one by default. */
  readonly from?: ServicesPlan['from'];
  /** Addresses of servers and services when connections go through fault-injecting proxies. */
  readonly through?: {
    readonly kafkaBrokers: string;
    readonly mongoUrl: string;
    readonly peer?: ServicesPlan['through'];
  };
  /** Servers that let in only who is known: each service gets a user and a certificate of its own. */
  readonly secure?: SecureStack;
  /** Copies of every topic. */
  readonly replicas?: number;
}

/** The claims of officers who apply for residents at a counter; tests use one officer for each resident. */
export const atCounter = { role: 'officer', department: 'permits', scopes: 'counter' } as const;

const dayMs = 24 * 60 * 60 * 1000;
// The only fixed wait: services read the clock five times a second, and do not report that they have.
const clockReadMs = 1_000;

/** Starts it on Monday 2 March 2026. Everything it started ends with `stop`, or with this process. */
export async function startCity({
  name,
  servers,
  residents,
  courses = demoCourses,
  env = {},
  apart = false,
  issuer: withIssuer = false,
  bank = false,
  outside = false,
  envOf = () => ({}),
  from,
  through,
  replicas = 1,
  secure,
}: CityPlan): Promise<TestCity> {
  const prefix = testPrefix();
  const { kafkaBrokers, mongoUrl } = servers;
  const list = cityTopics(undefined, env['REQUESTS_HEARD_ON'] === 'shared' ? 'shared' : 'own');
  if (secure) await admit(secure.place, { prefix, replicas });
  else await ensureTopics(kafkaBrokers, { prefix, replicas, list });
  await startClockAt(mongoUrl, prefix, firstDay);
  const issuer = createIssuer();
  const services = await startServices(through ?? servers, {
    prefix,
    label: `e2e-${name}`,
    // Tests send more requests in a second than a person may in a minute.
    env: {
      LOG_LEVEL: 'info',
      RATE_PERSON_PER_MINUTE: '1000000',
      RATE_COUNTER_PER_MINUTE: '1000000',
      ...issuer.env,
      ...env,
    },
    issuer: withIssuer,
    bank,
    outside,
    // Releases are mixed process by process.
    together: !apart && !from,
    envOf: (name) => ({ ...(secure && secureSettings(secure.place, name)), ...envOf(name) }),
    ...(from ? { from } : {}),
    ...(through?.peer ? { through: through.peer } : {}),
  });
  const mongo = new MongoClient(mongoUrl, { serverSelectionTimeoutMS: 5_000 });
  const url = `http://127.0.0.1:${services.portsOf('gateway').http}`;
  const address = (service: string) => `127.0.0.1:${services.portsOf(service).grpc}`;
  const token = (claims: TokenClaims) => issuer.token(claims);
  const as = (claims: TokenClaims) => openClient(url, token(claims));
  const resident = (n: number) => as({ role: 'resident', sub: `resident-${n}` });
  const stop = async () => {
    await services.stop();
    await mongo.close();
  };
  try {
    await registerResidents(address('residents'), 1, residents, secure && secureCalls(secure.place, 'registry'));
    await openCourses(address('employment'), courses, secure && secureCalls(secure.place, 'training-centre'));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    prefix,
    url,
    brokers: kafkaBrokers.split(','),
    security: secure ? operatorSecurity(secure.place) : {},
    operatorEnv: secure ? operatorSettings(secure.place) : {},
    services,
    topics: Object.keys(list.topics).map((topic) => prefix + topic),
    token,
    as,
    resident,
    assisted: (n) => assisted(`resident-${n}`, resident(n), as({ ...atCounter, sub: `counter-${n}` })),
    officer: (department, id = 'officer-1') => as({ role: 'officer', sub: id, department }),
    operator: (id = 'operator-1') => as({ role: 'operator', sub: id }),
    address,
    collection: (service, name) => mongo.db(`${prefix}${service}`).collection(name),
    async moveDays(days) {
      const now = await moveClock(mongoUrl, prefix, days * dayMs);
      await pause(clockReadMs);
      return now;
    },
    stop,
  };
}
