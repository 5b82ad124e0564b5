import { setTimeout as pause } from 'node:timers/promises';
import type { Options } from '../options';
import { applicantsOf } from '../load/applicants';
import { closedLoop } from '../load/closed-loop';
import { openLoop } from '../load/open-loop';
import { cpuSeconds, residentMegabytes } from '../machine/processes';
import type { BenchServers } from '../machine/servers';
import { workDone } from '../machine/work-done';
import type { Subject } from '../load/subject';
import { seededRandom } from '@lianban/infra';
import { ceiling, ratePoint } from './ceiling';
import { eventually } from '../wait';
import { oneByOne } from './one-by-one';
import type { Tuning } from './sweep';
import type { Visit } from './visit';

const share = 0.7;
const settleMs = 1_000;
const restWithinMs = 60_000;
// Cold code is slow, and the queue it causes would be measured afterwards.
const warmInFlight = 32;
const rampMs = 3_000;
const seed = 20260302;

export interface LoadStep {
  readonly options: Options;
  readonly prefix: string;
  readonly tune: (apply: () => Promise<void>) => Promise<Tuning>;
  /** Whether latency is measured too, beside the capacity. */
  readonly latency: boolean;
  /** The rate for the latency measurement, applications a second; 70 % of the capacity by default. */
  readonly rate?: number | undefined;
  /** Whether the highest rate within the limit is searched, and everything is audited at the end. */
  readonly checks?: boolean;
  /** A second rate for the latency measurement. */
  readonly alsoAt?: number | undefined;
  readonly say: (line: string) => void;
}

/** Measures a freshly started subject: at rest, idle, at capacity, at 70 % of it. Leaves it running. */
export async function runLoadStep(subject: Subject, servers: BenchServers, stay: LoadStep): Promise<Visit> {
  const { options, prefix, latency, alsoAt, checks = true, say } = stay;
  const watched = [...subject.processes, ...servers.watched];
  await pause(settleMs);
  const restMb = residentMegabytes(subject.processes);
  const applicants = await applicantsOf(subject, servers);
  try {
    const before = await workDone(servers, prefix);
    await closedLoop(applicants.apply, { inFlight: warmInFlight, warmMs: 1000 * options.warmSeconds, measureMs: 0 });
    const { inFlight, flights } = await stay.tune(applicants.apply);
    subject.tune?.(flights);
    const snapshots: Record<string, number>[] = [];
    const measureMs = options.seconds * 1000;
    const capacity = await closedLoop(
      applicants.apply,
      { inFlight, warmMs: rampMs, measureMs },
      () => void snapshots.push(cpuSeconds(watched)),
    );
    const after = await workDone(servers, prefix);
    const all = Object.values(applicants.outcomes).reduce((sum, count) => sum + count, 0);
    const each = (key: keyof typeof before) => (after[key] - before[key]) / Math.max(1, all);
    const throughput = capacity.completed / capacity.seconds;
    say(`${subject.name}: ${throughput.toFixed(1)} applications/s`);
    if (capacity.failure) say(`${subject.name}: not every application was taken: ${capacity.failure}`);
    if (capacity.unfinished > 0) say(`${subject.name}: ${capacity.unfinished} applications never ended`);
    const loadMb = residentMegabytes(subject.processes);
    const rate = latency ? (stay.rate ?? Math.max(share * throughput, 0.1)) : 0;
    const loop = { ms: measureMs + settleMs, settleMs, random: seededRandom(seed) };
    const at = (given: number) => openLoop(applicants.apply, { ...loop, rate: given });
    const open = latency ? await at(rate) : { samples: [], failed: 0, unfinished: 0, achieved: 0 };
    const beside = alsoAt === undefined ? [] : (await at(alsoAt)).samples;
    const idle = latency ? await oneByOne(applicants.apply, Math.min(measureMs / 2, 4_000)) : [];
    const steps =
      subject.audit && latency && checks
        ? await ceiling(applicants.apply, throughput, ratePoint(rate, open), { ...loop, count: options.steps })
        : [];
    // A rate beyond the limit leaves a backlog after its block.
    if (latency && checks && subject.audit) await eventually(applicants.isAtRest, restWithinMs);
    const verdict = latency && checks ? await subject.audit?.(applicants.ledger) : undefined;
    if (verdict) say(`${subject.name}: ${verdict.applications} applications compared, ${verdict.faults.length} faults`);
    const { turnedAway } = applicants.patience;
    if (turnedAway > 0) say(`${subject.name}: ${turnedAway} answers 503, each followed by a retry`);
    applicants.patience.check();
    const [first = {}, second = {}] = snapshots;
    return {
      subject: subject.name,
      readyMs: subject.readyMs,
      inFlight,
      completed: capacity.completed,
      perSecond: capacity.perSecond,
      seconds: capacity.seconds,
      failed: capacity.failed + open.failed,
      unfinished: capacity.unfinished + open.unfinished,
      turnedAway,
      cpu: Object.fromEntries(Object.entries(second).map(([name, at]) => [name, at - (first[name] ?? 0)])),
      latencies: open.samples,
      offeredRate: rate,
      achievedRate: open.achieved,
      besideSystem: beside,
      steps,
      ...(verdict && { verdict }),
      idle,
      restMb,
      loadMb,
      writes: each('writes'),
      transactions: each('transactions'),
      records: each('records'),
      outcomes: { ...applicants.outcomes },
    };
  } finally {
    await applicants.close();
  }
}
