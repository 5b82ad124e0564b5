import { type Refusal, refuse } from '@lianban/model';
import { CLAIM } from '../lifecycle/claim-fact';
import type { Facts, Ground, Ruling } from '../lifecycle/item';

const open = refuse(
  'claim-open',
  'The register has not said yet whether the same is granted in another case: wait for it, nobody can say it instead.',
);

/** Refused when another case of the same person or household has it; the refusal names that application. */
export function unlessTaken(ruling: Ruling, known: Facts): Ruling | Refusal {
  if (ruling.outcome === 'refused') return ruling;
  const { taken, number } = (known[CLAIM] ?? {}) as { readonly taken?: unknown; readonly number?: unknown };
  if (typeof taken !== 'boolean') return open;
  if (!taken) return ruling;
  const grounds = [...ruling.grounds, grantedOnce(typeof number === 'string' ? number : '')];
  return { outcome: 'refused', reason: 'already-granted', facts: {}, grounds };
}

const grantedOnce = (number: string): Ground => ({
  code: 'granted-once',
  facts: { number },
  rule: 'one benefit, one grant',
  version: '1',
  explanation: `The same is granted, or being decided, in application ${number}.`,
  met: false,
});
