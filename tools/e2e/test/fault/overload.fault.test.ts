import { setTimeout as pause } from 'node:timers/promises';
import { type BreakableStack, throwAwayStack } from '@lianban/infra';
import { type TestCity, startCity } from '../../src/city';
import { capacityOf } from '../harness/capacity';
import { type Crowd, crowdOf, isRejected } from '../harness/crowd';
import { allEnded } from '../harness/document-audit';
import type { FloodResult } from '../harness/flood';
import { SubmissionLedger } from '../harness/ledger';
import { verdict } from './verdict';

const residents = 100;
const seconds = Number(process.env['LIANBAN_OVERLOAD_SECONDS'] ?? 60);

let stack: BreakableStack;
let city: TestCity;
const ledger = new SubmissionLedger();
let apply: Crowd;

beforeAll(async () => {
  stack = await throwAwayStack(() => undefined);
  city = await startCity({ name: 'overload', servers: stack, residents, env: { LOG_LEVEL: 'warn' }, apart: true });
  apply = crowdOf(city, residents, ledger);
});
afterAll(async () => {
  await city?.stop();
  await stack?.stop();
});

const percentile = (of: readonly number[], part: number) =>
  Math.round(of.toSorted((a, b) => a - b)[Math.floor(of.length * part)] ?? Number.NaN);

/** Seconds until a new application is accepted and ended within one second, three times in a row. */
async function recovery(): Promise<number> {
  const began = performance.now();
  for (let good = 0; good < 3;) {
    const sent = performance.now();
    const [answer] = await apply(1, 1);
    const resident = city.resident(1);
    const ended = async () => (await resident.get<{ status: string }>(`/api/applications/${answer?.number}`)).status;
    while (answer?.number !== undefined && performance.now() - sent < 1_000 && (await ended()) !== 'completed')
      await pause(20);
    const isGood = answer?.number !== undefined && performance.now() - sent < 1_000;
    good = isGood ? good + 1 : 0;
    if (performance.now() - began > 300_000) return Infinity;
  }
  return (performance.now() - began) / 1000;
}

test('F18 at twice the capacity: requests are refused early, no accepted one is lost, and the city recovers within a minute', async () => {
  const able = await capacityOf(city, apply);
  const answers = await apply(Math.round(able * 2), seconds);
  const wellAfter = await recovery();
  const beganToDrain = performance.now();
  await allEnded(city, 600_000);
  const drained = wellAfter + (performance.now() - beganToDrain) / 1000;

  const accepted = answers.filter(({ status }) => status === 202);
  const away = answers.filter(isRejected);
  const ms = (of: readonly FloodResult[]) => of.map((each) => each.ms);
  process.stdout.write(
    [
      `capacity ${able.toFixed(0)}/s, offered ${Math.round(able * 2)}/s for ${seconds} s: ${answers.length}`,
      `accepted ${accepted.length} (p50 ${percentile(ms(accepted), 0.5)} ms, p99 ${percentile(ms(accepted), 0.99)} ms)`,
      `turned away ${away.length} (p50 ${percentile(ms(away), 0.5)} ms, p99 ${percentile(ms(away), 0.99)} ms)`,
      `neither ${answers.length - accepted.length - away.length}`,
      `recovered after ${wellAfter.toFixed(1)} s, every accepted one had ended after ${drained.toFixed(1)} s\n`,
    ].join('\n'),
  );
  // Otherwise the load was below the capacity, and the test shows nothing.
  expect(away.length).toBeGreaterThan(0);
  expect(answers.filter((each) => each.status !== 202 && !isRejected(each))).toEqual([]);
  expect(away.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
  expect(wellAfter).toBeLessThan(60);
  expect(await verdict(city, ledger)).toEqual([]);
});
