import type { Visit } from '../block/visit';
import { compare } from './previous';
import { comparisonTable } from './table';

const visit = (completed: number, cpu: number): Visit => ({
  ...{ subject: 'system', readyMs: 1_000, inFlight: 128, completed, perSecond: [], besideSystem: [], steps: [] },
  ...{ seconds: 10, failed: 0, turnedAway: 0, unfinished: 0, cpu: { gateway: cpu }, latencies: [], offeredRate: 0 },
  ...{ achievedRate: 0, idle: [], restMb: {}, loadMb: {}, writes: 9, transactions: 3, records: 9, outcomes: {} },
});

test('each pair is compared by itself: a machine that grows slower changes no ratio', () => {
  const pairs = [
    { former: visit(100, 1), current: visit(90, 1.08) },
    { former: visit(50, 1), current: visit(45, 1.08) },
  ];
  const comparison = compare(pairs);
  expect(comparison.throughput?.median).toBeCloseTo(0.9);
  expect(comparison.cpu?.median).toBeCloseTo(1.2);
  expect(comparisonTable(comparison)).toContain('0.900');
});
