import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { checkout } from '../folders';
import type { BenchServers } from '../machine/servers';
import { Problem } from '../problem';
import { type BenchProcess, startNode } from '../process/child';
import type { Subject } from '../load/subject';
import { within } from '../load/within';
import { createTopics } from './create-topics';
import { baselineDepartments, baselineTopics } from './names';
import type { WorkerReady, WorkerSettings } from './settings';
import { type Samples, packed } from './samples';

const firstFlights = 2;
// Tests run this file from source; its processes are always the built ones.
const worker = join(checkout, 'tools', 'bench', 'dist', 'baseline', 'worker.js');
const body = JSON.stringify({ filler: 'x'.repeat(900) });

/**
 * Starts the baseline: the minimum a durable, orchestrated design must do for one application of four automatic steps – nine
 * single-document writes and nine records, each write durable before its records are sent – and nothing else: no
 * gRPC, validation, sign-in, decoding, deduplication, outbox or tracing. Documents, updates and records are those the system
 * wrote for one application, and the drivers are the same, without our changes.
 */
export async function startBaseline(servers: BenchServers, prefix: string, samples: Samples): Promise<Subject> {
  const began = performance.now();
  const topics = baselineTopics(prefix);
  await createTopics(servers.kafkaBrokers, [...Object.values(topics.commands), topics.replies, topics.ended]);
  const roles: Pick<WorkerSettings, 'role' | 'name'>[] = [
    { role: 'http', name: 'http' },
    { role: 'applications', name: 'applications' },
    ...baselineDepartments.map((name) => ({ role: 'department' as const, name })),
  ];
  const children = roles.map((role) => {
    const { kafkaBrokers: brokers, mongoUrl } = servers;
    const settings: WorkerSettings = {
      ...role,
      prefix,
      brokers,
      mongoUrl,
      samples: packed(samples),
      flights: firstFlights,
    };
    return startNode(role.name, 'baseline', ['--no-warnings', worker, JSON.stringify(settings)], {});
  });
  const stop = async () => void (await Promise.all(children.map((child) => child.stop())));
  const died = Promise.race(children.map((child) => child.died));
  died.catch(() => undefined);
  try {
    const ports = await Promise.race([Promise.all(children.map(ready)), died]);
    return {
      name: 'baseline',
      processes: children.map(({ name, pid }) => ({ name, pid })),
      died,
      readyMs: performance.now() - began,
      port: ports[0]!,
      path: '/',
      next: () => ({ headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body }),
      endings: { topic: topics.ended, read: ({ key }) => ({ number: key!.toString(), how: 'completed' }) },
      tune: (flights) => children.forEach((child) => child.send({ flights })),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(child: BenchProcess): Promise<number> {
  const told = new Promise<WorkerReady>((resolve) => child.onMessage((message) => resolve(message as WorkerReady)));
  if (!(await within(30_000, told))) throw new Problem(`the baseline's ${child.name} is not ready after 30 s`);
  return (await told).port;
}
