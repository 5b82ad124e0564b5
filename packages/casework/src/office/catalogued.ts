import { type DepartmentFile, type FieldEntry, type ItemEntry, answers as rules } from '@lianban/catalogue';
import { dayOf } from '../calendar/shanghai-day';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { Evidence, Facts, Ground, Item, Ruling, StepRequest } from '../lifecycle/item';
import { CLAIM } from '../lifecycle/claim-fact';
import { unlessTaken } from './granted-once';
import { contractOf, questionsOfAll } from '../questions/contract';
import type { CheckedGround, ItemRules, Verdict } from './item-rules';

/**
 * The items of a department: its rules, with the required materials and answers and the words of grounds from its catalogue file.
 * @throws Error when an item has rules and no entry there, or the other way round
 */
export function cataloguedItems(rules: readonly ItemRules[], file: DepartmentFile): readonly Item[] {
  const unruled = file.items.find(({ code }) => !rules.some((each) => each.code === code));
  if (unruled) throw new Error(`item "${unruled.code}" of ${file.department} has no rules: list them in items.ts`);
  return rules.map((each) => cataloguedItem(each, newest(file, each.code), file));
}

export function newest({ department, items }: DepartmentFile, code: string): ItemEntry {
  const [entry] = items.filter((item) => item.code === code).toSorted((one, other) => other.version - one.version);
  if (!entry) throw new Error(`item "${code}" of ${department} is not in its catalogue.yaml: describe it there`);
  return entry;
}

export function cataloguedItem(rules: ItemRules, entry: ItemEntry, file: DepartmentFile): Item {
  const { code, noticeDays, extensionDays, recurring } = rules;
  const isClaimed = recurring !== undefined && !recurring.ownClaim;
  // Whoever applied after a refusal may have it by now.
  const isScarce = rules.isScarce ?? isClaimed;
  const asked = entry.shares
    .filter(({ from, question }) => contractOf(from, question) !== undefined)
    .map(({ question }) => question);
  const missing = (request: StepRequest): readonly string[] => [
    ...absentMaterials(entry, request),
    ...absentAnswers(entry.answers, request.answers),
    ...(rules.missing?.(request) ?? []),
  ];
  const rule = (evidence: Evidence): Ruling | Refusal => {
    const open = rules.completeOnly ? missing(evidence.request) : [];
    if (open.length > 0) return refuse('application-incomplete', `Ask for these first: ${open.join(', ')}.`);
    const verdict = rules.rule(evidence);
    if (isRefusal(verdict)) return verdict;
    const ruling = worded(verdict, file);
    return isClaimed ? unlessTaken(ruling, evidence.known) : ruling;
  };
  return {
    code,
    missing: (request) => missing(request).map((each) => ({ code: each, note: '' })),
    needs: (request) => [
      ...(rules.needs?.(request) ?? []),
      ...(rules.asks?.(request) ?? asked),
      ...(isClaimed ? [CLAIM] : []),
    ],
    questions: [...entry.shares.map(({ question }) => question), ...questionNames],
    rule,
    needsSecondPerson: (ruling, now) => isAboveLine(entry, file, ruling, now),
    ...(noticeDays !== undefined && { noticeDays }),
    ...(extensionDays !== undefined && { extensionDays }),
    ...(isScarce && { isScarce }),
  };
}

/** What a department keeps itself can be told again as well. */
const questionNames = questionsOfAll.map(({ question }) => question);

/** Any sum of money among what is granted lies above the line of that day. */
function isAboveLine({ facts }: ItemEntry, { secondPerson }: DepartmentFile, ruling: Ruling, now: Date): boolean {
  const line = secondPerson
    .filter(({ from }) => from <= dayOf(now))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  if (!line) return false;
  return facts.some(({ name, format }) => {
    const sum = ruling.facts[name];
    return format === 'cents' && typeof sum === 'number' && sum > line.aboveCents;
  });
}

const absentMaterials = ({ materials }: ItemEntry, request: StepRequest): readonly string[] =>
  materials.map(({ code }) => code).filter((code) => !request.materials.some((given) => given.code === code));

const absentAnswers = (fields: readonly FieldEntry[], answers: Facts): readonly string[] =>
  fields
    .filter((field) => {
      const value = answers[field.name];
      const isBlank = rules.isAbsent(value) || (typeof value === 'string' && value.trim() === '');
      return isBlank ? field.required : rules.valueProblem(field, value) !== undefined;
    })
    .map(({ name }) => name);

const worded = (verdict: Verdict, file: DepartmentFile): Ruling => ({
  ...verdict,
  grounds: verdict.grounds.map((ground) => wordedGround(ground, file)),
});

/** With what the catalogue says of it in English, for programs that hear of the decision and have no catalogue. */
function wordedGround(ground: CheckedGround, { department, grounds }: DepartmentFile): Ground {
  const words = grounds.find(({ code }) => code === ground.code);
  if (!words) throw new Error(`ground "${ground.code}" of ${department} has no words: add it to its catalogue.yaml`);
  const explanation = words.text.en.replace(/\{(\w+)\}/g, (place, name: string) => ground.facts?.[name] ?? place);
  return { ...ground, rule: words.rule.en, explanation };
}
