import { seededRandom } from '@lianban/infra';

/** Random values, reproducible by seed. */
export interface Chance {
  /** A whole number from 0 to `n` exclusive. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  bytes(n: number): Buffer;
  text(): string;
}

/** Texts that some programs interpret: injections, format strings, reserved names. */
const hostile = [
  '',
  ' ',
  '\0',
  '\r\nX-Injected: 1',
  '__proto__',
  'constructor',
  '$where',
  'a.b',
  '../../etc/passwd',
  '%00',
  '%',
  '%E0%A4%A',
  '-1',
  'NaN',
  '1e999',
  '9007199254740993',
  '1970-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '<script>',
  "' or 1=1",
  '\ud800',
  '𠮷'.repeat(300),
  'x'.repeat(9_000),
  'LB20260302999999',
  'resident-1',
  'licence',
  'small-shop',
];

export function chanceOf(seed: number): Chance {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return {
    below,
    pick,
    bytes: (n) => Buffer.from(Array.from({ length: n }, () => below(256))),
    text: () => pick(hostile),
  };
}
