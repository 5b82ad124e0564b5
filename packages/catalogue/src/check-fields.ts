import type { FieldEntry } from './values';
import type { Path } from './source';

export type Say = (path: Path, sentence: string) => void;

const PREFILLED = {
  'savings-cents': 'integer',
  'monthly-income-cents': 'integer',
  persons: 'integer',
  'birth-date': 'string',
  district: 'string',
} as const;

const FORMATS = { date: 'string', cents: 'integer' } as const;

/** Everything by which a field contradicts itself, in a package's form or among an item's facts. */
export function checkFields(fields: readonly FieldEntry[], path: Path, say: Say): void {
  for (const [index, field] of fields.entries()) {
    const { name, type, min, max, maxLength, choices, format, prefill } = field;
    const at = [...path, index];
    const numeric = type === 'integer' || type === 'number';
    if ((type === 'choice') !== (choices !== undefined))
      say(at, `field "${name}": choices are for type choice, which cannot do without.`);
    if (!numeric && (min !== undefined || max !== undefined)) say(at, `field "${name}": min and max are for numbers.`);
    if (min !== undefined && max !== undefined && min > max) say(at, `field "${name}": min is above max.`);
    if (type !== 'string' && maxLength !== undefined) say(at, `field "${name}": maxLength is for strings.`);
    if (format !== undefined && type !== FORMATS[format])
      say(at, `field "${name}": the format ${format} is for type ${FORMATS[format]}.`);
    if (prefill !== undefined && type !== PREFILLED[prefill])
      say(at, `field "${name}": the fact ${prefill} is of type ${PREFILLED[prefill]}.`);
    if (format !== 'date' && (field.earliest ?? field.latest) !== undefined)
      say(at, `field "${name}": earliest and latest are for dates.`);
    checkAskedWhen(field, fields.slice(0, index), at, say);
  }
}

/** It hangs on a question that comes before it, and on an answer that this question has. */
function checkAskedWhen({ name, askedWhen }: FieldEntry, before: readonly FieldEntry[], at: Path, say: Say): void {
  if (askedWhen === undefined) return;
  const asked = before.find((each) => each.name === askedWhen.field);
  if (asked === undefined)
    return say([...at, 'askedWhen'], `field "${name}": there is no field "${askedWhen.field}" before it.`);
  const answer = askedWhen.is ?? askedWhen.isNot;
  const has =
    asked.type === 'boolean' ? typeof answer === 'boolean' : asked.choices?.some(({ code }) => code === answer);
  if (!has) say([...at, 'askedWhen'], `field "${name}": "${asked.name}" has no answer "${String(answer)}".`);
}
