import type { InjectedFault } from '../fault/fault';

export interface SoakPlan {
  readonly minutes: number;
  readonly seed: number;
  /** Applications a second; without it, half of the measured capacity. */
  readonly rate: number | undefined;
}

const whole = (name: string, text: string | undefined, byDefault: number): number => {
  const value = text ? Number(text) : byDefault;
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name}=${text}: give a whole number from 1 on`);
  return value;
};

/** @throws naming the variable that is wrong */
export function planFrom(env: Readonly<Record<string, string | undefined>>): SoakPlan {
  const rate = env['LIANBAN_SOAK_RATE'];
  return {
    minutes: whole('LIANBAN_SOAK_MINUTES', env['LIANBAN_SOAK_MINUTES'], 30),
    seed: whole('LIANBAN_SOAK_SEED', env['LIANBAN_SOAK_SEED'], 1),
    rate: rate ? whole('LIANBAN_SOAK_RATE', rate, 1) : undefined,
  };
}

// Left out: replaying the whole log is a load that grows with the length of the run.
const leftOut = ['every record is produced again'];

/** The faults to inject, in an order the seed determines. */
export function* faultSequence(
  faults: readonly InjectedFault[],
  random: () => number,
): Generator<InjectedFault, never> {
  const able = faults.filter(({ at, name }) => at === 'one' && !leftOut.includes(name));
  for (;;) yield able[Math.floor(random() * able.length)]!;
}
