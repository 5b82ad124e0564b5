import type { Refusal } from '@lianban/model';
import type { Ruling } from '@lianban/casework';

/** Nobody's means can be tested before their household is registered; the resident is told so instead of waiting. */
export const householdUnknown = (version: string): Ruling => ({
  outcome: 'refused',
  reason: 'household-unknown',
  facts: {},
  grounds: [
    {
      code: 'household-registered',
      rule: 'household-registered',
      version,
      explanation: 'The household is not registered: register its members, income and property first.',
      met: false,
    },
  ],
});

/** Without a line of that day no amount may be invented. */
export const lineTableMissing = (on: Date): Refusal => ({
  refused: 'line-table-missing',
  detail: `No minimum living line is in force on ${on.toISOString()}: add the line of that day.`,
});
