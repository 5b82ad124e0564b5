import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '@lianban/infra';
import { closedLoop } from './closed-loop';
import { Endings } from './endings';
import { arrivals, openLoop } from './open-loop';

describe('Endings', () => {
  test('an end before the answer is not missed', async () => {
    const endings = new Endings();
    endings.ended('A-1');
    await expect(endings.of('A-1')).resolves.toBeUndefined();
  });

  test('an end after the answer is awaited, and another application’s does not count', async () => {
    const endings = new Endings();
    let heard = false;
    const waiting = endings.of('A-1').then(() => (heard = true));
    endings.ended('A-2');
    await Promise.resolve();
    expect(heard).toBe(false);
    endings.ended('A-1');
    await waiting;
    expect(heard).toBe(true);
  });
});

describe('closedLoop', () => {
  test('keeps the concurrency constant, and leaves nothing in flight', async () => {
    let underWay = 0;
    let most = 0;
    const apply = async () => {
      most = Math.max(most, ++underWay);
      await pause(5);
      underWay--;
    };
    const capacity = await closedLoop(apply, { inFlight: 4, warmMs: 20, measureMs: 100 });
    expect(most).toBe(4);
    expect(underWay).toBe(0);
    expect(capacity.completed).toBeGreaterThan(0);
    expect(capacity).toMatchObject({ failed: 0, unfinished: 0 });
  });

  test('counts completions in the measured part only', async () => {
    let edges = 0;
    let inside = 0;
    const apply = async () => {
      await pause(2);
      if (edges === 1) inside++;
    };
    const capacity = await closedLoop(apply, { inFlight: 1, warmMs: 60, measureMs: 60 }, () => void edges++);
    expect(edges).toBe(2);
    expect(Math.abs(capacity.completed - inside)).toBeLessThanOrEqual(1);
  });

  test('the overall rate includes completions and time after the measured part', async () => {
    const apply = () => pause(100).then(() => undefined);
    const capacity = await closedLoop(apply, { inFlight: 10, warmMs: 0, measureMs: 20 });
    expect(capacity.completed).toBe(0);
    expect(capacity.overall).toBeGreaterThan(20);
    expect(capacity.overall).toBeLessThanOrEqual(101);
  });

  test('a refusal counts as failed, not as completed', async () => {
    const refuse = () => Promise.reject(new Error('no'));
    const capacity = await closedLoop(refuse, { inFlight: 2, warmMs: 0, measureMs: 120 });
    expect(capacity.completed).toBe(0);
    expect(capacity.failure).toBe('no');
    expect(capacity.failed).toBeGreaterThan(0);
  });
});

describe('openLoop', () => {
  test('arrivals have the given rate, in order, and are the same for the same seed', () => {
    const loop = (seed: number) => arrivals({ rate: 100, ms: 10_000, random: seededRandom(seed) });
    const due = loop(1);
    expect(due.length).toBeGreaterThan(900);
    expect(due.length).toBeLessThan(1100);
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    expect(loop(1)).toEqual(due);
  });

  test('a stall shows in the latency of every arrival during it', async () => {
    // The first application blocks this thread, which also sends: arrivals meanwhile are sent late.
    let stalled = false;
    const apply = async () => {
      if (stalled) return;
      stalled = true;
      const until = performance.now() + 100;
      while (performance.now() < until);
    };
    const { samples } = await openLoop(apply, { rate: 200, ms: 300, settleMs: 0, random: seededRandom(5) });
    expect(samples.filter((ms) => ms > 40).length).toBeGreaterThanOrEqual(5);
  });

  test('a failure counts as endless, not as fast', async () => {
    const apply = () => Promise.reject(new Error('no'));
    const latencies = await openLoop(apply, { rate: 100, ms: 100, settleMs: 0, random: seededRandom(5) });
    expect(latencies.failed).toBeGreaterThan(0);
    expect(latencies.samples).toEqual(Array.from({ length: latencies.failed }, () => Infinity));
  });

  test('arrivals of the settling time are not counted', async () => {
    let applied = 0;
    const apply = async () => void applied++;
    const { samples } = await openLoop(apply, { rate: 200, ms: 200, settleMs: 100, random: seededRandom(5) });
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.length).toBeLessThan(applied);
  });
});
