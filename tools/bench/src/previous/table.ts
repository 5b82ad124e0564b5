import type { Estimate } from '../stats/ratio';
import type { Comparison } from './previous';

/** The comparison as text: a line a measure, then CPU time by process. */
export function comparisonTable(
  { former, current, throughput, cpu, ready }: Comparison,
  [one, other]: readonly [string, string] = ['former', 'current'],
): string {
  const row = (name: string, before: number, now: number, ratio?: Estimate) =>
    [name.padEnd(32), number(before), number(now), estimate(ratio ?? quotient(now, before))].join('');
  const processes = [...new Set([...Object.keys(former.cpuMsEach), ...Object.keys(current.cpuMsEach)])];
  const { perApplication: before } = former;
  const { perApplication: now } = current;
  return [
    ['each application'.padEnd(32), one.padStart(10), other.padStart(10), `   ${other} / ${one}`].join(''),
    row('completed a second', former.throughput, current.throughput, throughput),
    row('CPU ms', former.cpuMs, current.cpuMs, cpu),
    row('ms from start to ready', former.readyMs, current.readyMs, ready),
    row('documents written', before.writes, now.writes),
    row('transactions', before.transactions, now.transactions),
    row('records', before.records, now.records),
    ...processes.map((name) => row(`CPU ms ${name}`, former.cpuMsEach[name] ?? 0, current.cpuMsEach[name] ?? 0)),
  ].join('\n');
}

const number = (value: number) => String(Number(value.toPrecision(4))).padStart(10);

const quotient = (upper: number, lower: number): Estimate | undefined =>
  lower > 0 ? { median: upper / lower } : undefined;

function estimate(found: Estimate | undefined): string {
  if (!found) return `${'–'.padStart(10)}`;
  const range = found.interval?.map((bound) => bound.toFixed(3)).join(' to ');
  return found.median.toFixed(3).padStart(10) + (range ? `   95 %: ${range}` : '');
}
