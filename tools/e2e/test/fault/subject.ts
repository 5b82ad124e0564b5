import { join } from 'node:path';
import { throwAwayStack } from '@lianban/infra';
import { type TestCity, startCity } from '../../src/city';
import { SubmissionLedger } from '../harness/ledger';
import { wrongClocks } from './clock-faults';
import { openSmallDisk } from './disk-faults';
import type { Breakable, FaultSite } from './fault';
import { TcpProxy } from './tcp-proxy';

export const residents = 50;

const env = { LOG_LEVEL: 'warn', NODE_OPTIONS: `--require=${join(__dirname, 'misbehave.js')}` };

/** A city with fault injection, and the ledger of its submissions. */
export interface FaultSubject extends Breakable {
  readonly ledger: SubmissionLedger;
  stop(): Promise<void>;
}

/** Whether to use proxies in front of the servers; they hide the other members of a replica set from the driver. */
const hasProxies = (site: FaultSite) => site !== 'three';

/** Starts it on servers of its own. The test itself connects to the servers without proxies. */
export async function openSubject(name: string, site: FaultSite): Promise<FaultSubject> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.reverse()) await step();
  };
  const proxy = async (port: number) => {
    const made = await TcpProxy.to(port);
    undo.push(() => made.close());
    return made;
  };
  try {
    const disk = site === 'small disk' ? await openSmallDisk() : undefined;
    if (disk) undo.push(disk.close);
    const kafka: TcpProxy[] = [];
    const peers = new Map<string, TcpProxy>();
    const throughKafka = async (port: number) => {
      const made = await proxy(port);
      kafka.push(made);
      return made.port;
    };
    const stack = await throwAwayStack(() => undefined, {
      ...(hasProxies(site) ? { through: throughKafka } : { brokers: 3, members: 3 }),
      ...(disk ? { folder: disk.folder } : {}),
    });
    undo.push(() => stack.stop());
    const mongo = hasProxies(site) ? await proxy(stack.members[0]!.port) : undefined;
    const peer = async (service: string, port: number) => {
      const made = await proxy(port);
      peers.set(service, made);
      return made.port;
    };
    const city: TestCity = await startCity({
      apart: true,
      name,
      servers: { kafkaBrokers: stack.directBrokers, mongoUrl: stack.mongoUrl },
      // A direct connection: otherwise the driver would learn the server's own address and bypass the proxy.
      through: {
        kafkaBrokers: stack.kafkaBrokers,
        mongoUrl: mongo ? `mongodb://127.0.0.1:${mongo.port}/?directConnection=true` : stack.mongoUrl,
        peer,
      },
      residents,
      replicas: stack.brokers.length,
      env,
      ...(site === 'clocks' ? { envOf: (service) => ({ TEST_CLOCK_SKEW_MS: String(wrongClocks[service] ?? 0) }) } : {}),
    });
    undo.push(() => city.stop());
    return {
      city,
      stack,
      proxies: { ...(mongo ? { mongo } : {}), kafka, peers },
      ledger: new SubmissionLedger(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
