import type { Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';

/** Nobody's means can be tested before their household is registered; the resident is told so instead of waiting. */
export const householdUnknown = (version: string): Verdict => ({
  outcome: 'refused',
  reason: 'household-unknown',
  facts: {},
  grounds: [{ code: 'household-registered', version, met: false }],
});

/** Without a line of that day no amount may be invented. */
export const lineTableMissing = (on: Date): Refusal => ({
  refused: 'line-table-missing',
  detail: `No minimum living line is in force on ${on.toISOString()}: add the line of that day.`,
});
