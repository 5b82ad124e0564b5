import { type Refusal, refuse } from '@lianban/model';
import { addCalendarDays } from '../calendar/shanghai-day';
import type { Author, CaseEvent } from './events';
import type { Facts, Item, Ruling } from './item';
import { type CaseFile, awaited, knownFacts } from './state';

/**
 * The item's rule on everything the case knows; what an officer states of an unavailable fact stands in for it. In a review it also
 * stands in for what the rule was told, which is what a person looks at again.
 */
export const applyRule = (item: Item, file: CaseFile, findings: Facts, now: Date): Ruling | Refusal => {
  const stated = (of: Facts) =>
    Object.fromEntries(Object.entries(findings).filter(([name]) => Object.hasOwn(of, name)));
  const { request, reviewOf, unavailable } = file;
  const known = { ...knownFacts(file), ...stated(reviewOf ? { ...file.known, ...unavailable } : unavailable) };
  const corrected = reviewOf && { answers: { ...request.answers, ...stated(request.answers) } };
  return item.rule({ request: { ...request, ...corrected }, known, findings, now });
};

/** What the rule says of the case now, without deciding it; refused while facts are still awaited, or findings unusable. */
export const dryRun = (item: Item | undefined, file: CaseFile, findings: Facts, now: Date): Ruling | Refusal => {
  if (!item) return refuse('unknown-item', 'This department has no rule for the item any more.');
  const open = awaited(file);
  return open.length > 0
    ? refuse('facts-still-awaited', `Other services have not said yet: ${open.join(', ')}.`)
    : applyRule(item, file, findings, now);
};

/** A favourable ruling on an item with a public notice 公示 becomes a decision only when the notice has run out. */
export const conclude = (item: Item, ruling: Ruling, author: Author, now: Date): CaseEvent => {
  const days = item.noticeDays ?? 0;
  return ruling.outcome === 'granted' && days > 0
    ? { type: 'NoticeOpened', at: now, until: addCalendarDays(now, days), ruling, ...author }
    : { type: 'CaseDecided', at: now, ruling, ...author };
};

/** A refusal that no rule of the item gives. */
export const plainRefusal = (reason: string): Ruling => ({ outcome: 'refused', reason, facts: {}, grounds: [] });

/** What an officer's refusal rests on: the rule's grounds, when it could be applied, and the officer's own. */
export const refusedByOfficer = (reason: string, rule: Ruling | undefined): Ruling => ({
  ...plainRefusal(reason),
  grounds: [
    ...(rule?.grounds ?? []),
    {
      code: 'officer-refused',
      facts: { reason },
      rule: "officer's finding",
      version: '1',
      explanation: `The officer refused: ${reason}.`,
      met: false,
    },
  ],
});

export const ruleSaysOtherwise = (reason: string): Refusal =>
  refuse(
    'rule-says-otherwise',
    `The rule refuses this case (${reason}): correct the findings, or refuse it.`,
    '/outcome',
  );
