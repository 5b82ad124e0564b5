import { openStack } from '@lianban/infra';
import type { WatchedProcess } from './processes';
import { processes, serverProcess } from './server-process';

/** Kafka and MongoDB, for everything measured in one run. */
export interface BenchServers {
  readonly kafkaBrokers: string;
  readonly mongoUrl: string;
  /** The processes of both servers, as far as they run on this machine and can be identified. */
  readonly watched: readonly WatchedProcess[];
  /** Servers whose processes were not found: their CPU cannot be counted. */
  readonly unseen: readonly string[];
  stop(): Promise<void>;
}

const firstPort = (hosts: string): number => Number(/:(\d+)/.exec(hosts.split(',')[0] ?? '')?.[1]);

export async function openServers(say: (line: string) => void): Promise<BenchServers> {
  const before = new Set(processes());
  const { kafkaBrokers, mongoUrl, stop } = await openStack({ say });
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
