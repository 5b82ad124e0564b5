import { join } from 'node:path';
import { throwAwayStack } from '@lianban/infra';
import { type TestCity, startCity } from '../../src/city';
import { SubmissionLedger } from '../harness/ledger';
import { wrongClocks } from './clock-faults';
import { openSmallDisk } from './disk-faults';
import type { Breakable, FaultSite } from './fault';
import { Wire } from './wire';

export const residents = 50;

const env = { LOG_LEVEL: 'warn', NODE_OPTIONS: `--require=${join(__dirname, 'misbehave.js')}` };

/** A city with fault injection, and the ledger of its submissions. */
export interface FaultSubject extends Breakable {
  readonly ledger: SubmissionLedger;
  stop(): Promise<void>;
}

/** Whether proxies stand in front of the servers: they would hide the other members from the driver. */
const isWired = (place: FaultSite) => place !== 'three';

/** On servers of its own; the test itself looks at topics and documents directly. */
export async function openSubject(name: string, place: FaultSite): Promise<FaultSubject> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.reverse()) await step();
  };
  const wire = async (port: number) => {
    const made = await Wire.to(port);
    undo.push(() => made.close());
    return made;
  };
  try {
    const disk = place === 'small disk' ? await openSmallDisk() : undefined;
    if (disk) undo.push(disk.close);
    const kafka: Wire[] = [];
    const peers = new Map<string, Wire>();
    const throughKafka = async (port: number) => {
      const made = await wire(port);
      kafka.push(made);
      return made.port;
    };
    const stack = await throwAwayStack(() => undefined, {
      ...(isWired(place) ? { through: throughKafka } : { brokers: 3, members: 3 }),
      ...(disk ? { folder: disk.folder } : {}),
    });
    undo.push(() => stack.stop());
    const mongo = isWired(place) ? await wire(stack.members[0]!.port) : undefined;
    const peer = async (service: string, port: number) => {
      const made = await wire(port);
      peers.set(service, made);
      return made.port;
    };
    const city: TestCity = await startCity({
      apart: true,
      name,
      servers: { kafkaBrokers: stack.directBrokers, mongoUrl: stack.mongoUrl },
      // A direct connection: otherwise the driver would learn the server's own address and pass the wire by.
      through: {
        kafkaBrokers: stack.kafkaBrokers,
        mongoUrl: mongo ? `mongodb://127.0.0.1:${mongo.port}/?directConnection=true` : stack.mongoUrl,
        peer,
      },
      residents,
      replicas: stack.brokers.length,
      env,
      ...(place === 'clocks'
        ? { envOf: (service) => ({ TEST_CLOCK_SKEW_MS: String(wrongClocks[service] ?? 0) }) }
        : {}),
    });
    undo.push(() => city.stop());
    return { city, stack, wires: { ...(mongo ? { mongo } : {}), kafka, peers }, ledger: new SubmissionLedger(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
