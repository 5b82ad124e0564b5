import type { Facts } from '@lianban/casework';
import { type FieldEntry, type ItemEntry, isAbsent, isAsked, valueProblem } from '@lianban/catalogue';
import type { Refusal } from '@lianban/model';
import type { CataloguedPackage } from './catalogue';
import { isUnsafeKey, pointerTo, unsafeParts, type WrongAnswer } from './safe-data';

/** The wrong values all at once, up to 50 of them; `pointer` is the first. */
export interface InvalidValues extends Refusal {
  readonly refused: 'invalid-answers' | 'invalid-facts';
  readonly wrong: readonly WrongAnswer[];
}

/**
 * Checks a submission against the package's form. No answer is repeated in what is said about it.
 * @param today the day of the submission, YYYY-MM-DD
 */
export function validateAnswers({ form }: CataloguedPackage, answers: Facts, today: string): InvalidValues | undefined {
  return refusalOf('answers', [...absent(form, answers, '/answers'), ...wrongValues(form, answers, '/answers', today)]);
}

/** Checks what an operator says in a department's stead; with a grant, all that later steps rely on must be there. */
export function validateFacts(
  item: Pick<ItemEntry, 'facts'>,
  facts: Facts,
  isGrant: boolean,
): InvalidValues | undefined {
  const missing = isGrant ? absent(item.facts, facts, '/facts') : [];
  return refusalOf('facts', [...missing, ...wrongValues(item.facts, facts, '/facts')]);
}

/** Checks answers that need not be complete: the ones given, as the form says. */
export const validateSome = ({ form }: CataloguedPackage, answers: Facts, today: string): InvalidValues | undefined =>
  refusalOf('answers', wrongValues(form, answers, '/answers', today));

/**
 * Checks what is handed in later: fields of the form as the form says; anything else only if the department asked for
 * it by that name.
 */
export function validateSupplement(
  { form }: CataloguedPackage,
  asked: readonly string[],
  answers: Facts,
  today: string,
): InvalidValues | undefined {
  return refusalOf(
    'answers',
    Object.entries(answers).flatMap(([name, value]) => {
      const free = asked.includes(name) && !isUnsafeKey(name) && !form.some((field) => field.name === name);
      return free
        ? unsafeParts(value, pointerTo('/answers', name), notPlain)
        : wrongValue(form, name, value, '/answers', today);
    }),
  );
}

/** What no form describes travels in an event all the same, where nobody may be named. */
const notPlain = (text: string): string | undefined =>
  /^(?!.*\d{6})[\w.:+ -]{0,64}$/.test(text)
    ? undefined
    : 'must be a short word or number: hand in a paper, or send a message, for anything longer';

const absent = (fields: readonly FieldEntry[], values: Facts, at: string): readonly WrongAnswer[] =>
  fields
    .filter((field) => field.required && isAsked(field, values) && isAbsent(values[field.name]))
    .map(({ name }) => ({ pointer: pointerTo(at, name), problem: 'is required' }));

const wrongValues = (
  fields: readonly FieldEntry[],
  values: Facts,
  at: string,
  today?: string,
): readonly WrongAnswer[] =>
  Object.entries(values).flatMap(([name, value]) => wrongValue(fields, name, value, at, today));

function wrongValue(
  fields: readonly FieldEntry[],
  name: string,
  value: unknown,
  at: string,
  today?: string,
): readonly WrongAnswer[] {
  const pointer = pointerTo(at, name);
  const field = fields.find((each) => each.name === name);
  if (isUnsafeKey(name)) return [{ pointer, problem: 'is a key that may not be used' }];
  if (field === undefined)
    return [{ pointer, problem: `is not ${at === '/facts' ? 'a fact of this item' : 'a field of this form'}` }];
  if (isAbsent(value)) return [];
  const problem = valueProblem(field, value, today);
  return problem === undefined ? unsafeParts(value, pointer) : [{ pointer, problem }];
}

function refusalOf(what: 'answers' | 'facts', wrong: readonly WrongAnswer[]): InvalidValues | undefined {
  const [first] = wrong;
  if (first === undefined) return undefined;
  const listed = wrong.slice(0, 50);
  const told = listed.map(({ pointer, problem }) => `${pointer} ${problem}`);
  return {
    refused: `invalid-${what}`,
    detail: `Correct these ${what}: ${told.join('; ')}.`,
    pointer: first.pointer,
    wrong: listed,
  };
}
