import {
  type BrokerSecurity,
  type SecurePlace,
  openStack,
  operatorSecurity,
  secureThrowAwayStack,
} from '@lianban/infra';
import type { WatchedProcess } from './processes';
import { processes, serverProcess } from './server-process';

/** Kafka and MongoDB, for everything measured in one run. */
export interface BenchServers {
  readonly kafkaBrokers: string;
  readonly mongoUrl: string;
  /** Of servers that let in only who is known: what makes users and certificates, and how the operator signs in at the brokers. */
  readonly place?: SecurePlace;
  readonly security?: BrokerSecurity;
  /** The processes of both servers, as far as they run on this machine and can be identified. */
  readonly watched: readonly WatchedProcess[];
  /** Servers whose processes were not found: their CPU cannot be counted. */
  readonly unseen: readonly string[];
  stop(): Promise<void>;
}

const firstPort = (hosts: string): number => Number(/:(\d+)/.exec(hosts.split(',')[0] ?? '')?.[1]);

export async function openServers(say: (line: string) => void): Promise<BenchServers> {
  const before = new Set(processes());
  return watchedServers(await openStack({ say }), before);
}

/** Servers that speak TLS and let in these services alone. */
export async function openSecureServers(services: readonly string[]): Promise<BenchServers> {
  const before = new Set(processes());
  const { place, ...stack } = await secureThrowAwayStack(services);
  return { ...watchedServers(stack, before), place, security: operatorSecurity(place) };
}

type Stack = Pick<BenchServers, 'kafkaBrokers' | 'mongoUrl' | 'stop'>;

function watchedServers({ kafkaBrokers, mongoUrl, stop }: Stack, before: ReadonlySet<number>): BenchServers {
  const hosts = mongoUrl.replace(/^mongodb(\+srv)?:\/\/([^@]*@)?/, '');
  const found = [
    { name: 'mongod', pid: serverProcess(firstPort(hosts), 'mongod', before) },
    { name: 'kafka', pid: serverProcess(firstPort(kafkaBrokers), 'java', before) },
  ];
  return {
    kafkaBrokers,
    mongoUrl,
    watched: found.flatMap(({ name, pid }) => (pid === undefined ? [] : [{ name, pid }])),
    unseen: found.filter(({ pid }) => pid === undefined).map(({ name }) => name),
    stop,
  };
}
