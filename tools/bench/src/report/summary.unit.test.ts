import type { Visit } from '../block/visit';
import type { SubjectName } from '../load/subject';
import { type Machine, summarise } from './summary';
import { table } from './table';

const machine: Machine = { cores: 2, node: 'v24', syncMs: 2, unseen: [] };

const visit = (subject: SubjectName, more: Partial<Visit> = {}): Visit => ({
  subject,
  readyMs: 1_000,
  inFlight: 64,
  completed: 100,
  perSecond: [10],
  besideSystem: [8],
  steps: [],
  seconds: 10,
  failed: 0,
  turnedAway: 0,
  unfinished: 0,
  cpu: { gateway: 0.5, mongod: 1.5 },
  latencies: [10, 20],
  offeredRate: 7,
  achievedRate: 7,
  idle: [5],
  restMb: { gateway: 80 },
  loadMb: { gateway: 120 },
  writes: 9,
  transactions: 3,
  records: 9,
  outcomes: { completed: 150 },
  ...more,
});
const sizes = { application: 1_500, case: 1_000, record: 600 };
const visits = [
  visit('system'),
  visit('baseline', { completed: 400, cpu: { http: 1, mongod: 3 } }),
  visit('baseline', { completed: 100, seconds: 5, cpu: { http: 1, mongod: 0 } }),
  visit('system', { completed: 50, latencies: [30, 1_000], restMb: { gateway: 90 } }),
  visit('together', { completed: 60, cpu: { host: 0.4 }, restMb: { host: 90 }, loadMb: { host: 210 } }),
  visit('oneAtATime', { completed: 20, latencies: [], idle: [] }),
];
const summary = summarise(visits, sizes, machine);

test('throughput is completed applications a second, the median of the visits', () => {
  expect(summary.system.throughput).toBe(7.5);
  expect(summary.system.throughputs).toEqual([10, 5]);
  expect(summary.baseline.throughput).toBe(30);
  expect(summary.together.throughput).toBe(6);
  expect(summary.oneAtATime.throughput).toBe(2);
});

test('ratios compare neighbours: the first system visit with the first baseline visit', () => {
  // 10/40 and 5/20.
  expect(summary.throughputRatio).toBe(0.25);
  // 20 ms to 10 ms, and 40 ms to 10 ms.
  expect(summary.cpuRatio).toBe(3);
  expect(summary.oneAtATimeRatio).toBe(3.75);
});

test('CPU is counted over all processes of the subject and the servers', () => {
  expect(summary.baseline.cpuMs).toBe(10);
  expect(summary.system.cpuMsEach).toEqual({ gateway: 7.5, mongod: 22.5 });
});

test('percentiles are over the samples of all visits, not means of percentiles', () => {
  expect(summary.latency).toEqual({ p50: 20, p99: 1000 });
  expect(summary.idle).toEqual({ p50: 5 });
});

test('an application that never ended makes the highest percentile endless, null in JSON', () => {
  const late = summarise([visit('system', { latencies: [10, Infinity] })], sizes, machine);
  expect(late.latency).toEqual({ p50: 10, p99: null });
});

test('without the servers there is no CPU ratio, and the table says why', () => {
  const blind = summarise(visits, sizes, { ...machine, unseen: ['kafka'] });
  expect(blind.cpuRatio).toBeNull();
  expect(table(blind)).toContain('CPU of kafka could not be counted');
});

test('memory is the maximum over all visits', () => {
  expect(table(summary)).toMatch(/resident MB under load, all processes +120 +120 +210 +120\n/);
  expect(summary.system.memory).toEqual({ gateway: { rest: 90, load: 120 } });
});

test('the table has four columns', () => {
  const [, , , head, throughput] = table(summary).split('\n');
  expect(head!.trim().split(/\s{2,}/)).toEqual(['baseline', 'system', 'in one process', 'batches of one']);
  expect(throughput!.trim().split(/\s{2,}/)).toEqual(['completed applications/s', '30.0', '7.5', '6.0', '2.0']);
});

const within = (offered: number, isWithin: boolean) => ({
  ...{ offered, achieved: offered, isWithin },
  ...{ p50: 100, p90: 200, p99: isWithin ? 900 : Infinity },
});
const compared = { applications: 500, records: 7_500, faults: [] as string[] };

test('the headline is the highest rate within the limit, per core, the median of the visits', () => {
  const seen = [
    visit('system', { steps: [within(70, true), within(85, true), within(92, false)], verdict: compared }),
    visit('system', { steps: [within(80, false), within(40, true)], verdict: compared }),
    visit('system', { steps: [within(60, true)], verdict: compared }),
  ];
  const { headline } = summarise(seen, sizes, machine);
  expect(headline).toMatchObject({ perSecond: 60, perSecondPerCore: 30, visits: [42.5, 20, 30] });
  expect(headline.perCoreInterval).toEqual([20, 42.5]);
  expect(headline.steps.map(({ offered, p99 }) => [offered, p99])).toContainEqual([92, null]);
  expect(headline.checked).toMatchObject({ applications: 1_500, records: 22_500, faults: [] });
});

test('a violated invariant is reported in the first lines', () => {
  const lost = visit('system', { verdict: { ...compared, faults: ['I1 LB1 was taken and has not ended'] } });
  expect(table(summarise([lost], sizes, machine)).split('\n')[1]).toBe(
    'I1–I5 DID NOT HOLD: I1 LB1 was taken and has not ended',
  );
});

test('latencies are compared at the same rate', () => {
  // p99 of 20 ms to 8 ms, and of 1,000 ms to 8 ms.
  expect(summary.latencyRatio).toBe((20 / 8 + 1_000 / 8) / 2);
});

test('with three pairs the ratio has an interval', () => {
  const three = summarise([...visits, visit('baseline'), visit('system')], sizes, machine);
  expect(three.throughputInterval).toHaveLength(2);
});
