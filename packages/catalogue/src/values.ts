import { z } from 'zod';

export { AREAS } from './areas';

/** The values that files of the catalogue are made of. */
export const code = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
export const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'use letters and digits, beginning with a small letter');
export const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export const topic = z
  .string()
  .regex(/^[a-z][a-z-]*\.v[1-9][0-9]*$/, 'use a name and a version, for example permits.v1');
/** A day that a table's row holds from. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day like 2026-01-01 in quotes');
export const days = z.number().int().min(1).max(366);
export const version = z.number().int().min(1);
export const decidedBy = z.enum(['rule', 'officer']);
/** A FEEL expression; YAML reads a bare true or false as such. */
export const condition = z.union([z.string(), z.boolean()]).transform(String);
/** What else people call it: found by search, never shown. */
export const synonyms = z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) });

/** Whom a case can be about 办理对象: whoever applies, a child of theirs, a child with no entry in the register yet, somebody who died. */
export const subjectKind = z.enum(['self', 'child', 'newborn', 'dead']);

/** Who can apply: a person, or an organisation through people who act for it. */
export const applicantKind = z.enum(['person', 'organisation']);

/** Completed years of age 周岁, by the register. */
const years = z.number().int().min(0).max(150);
export const ageLimit = z
  .strictObject({ min: years.optional(), max: years.optional(), law: text })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'say min, max or both')
  .refine(({ min = 0, max = Infinity }) => min <= max, 'min is above max');

/** Where whom it is about must be registered: in a district of the city, or in none. */
export const registered = z.strictObject({ where: z.enum(['here', 'elsewhere']), law: text });
/** A day that bounds an answer; "today" is the day it is given, in the city. */
const bound = z.string().regex(/^(today|\d{4}-\d{2}-\d{2})$/, 'write today, or a day like 1950-01-01 in quotes');

/** The answer that makes a field a question: without it nobody is asked, and a required field is not missed. */
const askedWhen = z
  .strictObject({
    field: name,
    is: z.union([z.boolean(), code]).optional(),
    isNot: z.union([z.boolean(), code]).optional(),
  })
  .refine(({ is, isNot }) => (is === undefined) !== (isNot === undefined), 'say either is or isNot');

/** What each score of an assessment stands for, from the lowest up, under which heading, and where the words are from. */
export const scale = z.strictObject({ group: text, source: text, scores: z.array(text).min(2) });

export const field = z.strictObject({
  name,
  label: text,
  hint: text.optional(),
  type: z.enum(['boolean', 'integer', 'number', 'string', 'choice', 'object']),
  required: z.boolean().default(false),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.number().int().min(1).max(10_000).optional(),
  /** Of a day, both included. */
  earliest: bound.optional(),
  latest: bound.optional(),
  askedWhen: askedWhen.optional(),
  choices: z
    .array(z.strictObject({ code, label: text }))
    .min(1)
    .optional(),
  /** How people write the value: a day as YYYY-MM-DD, a sum of money kept in cents as yuan. */
  format: z.enum(['date', 'cents']).optional(),
  scale: scale.optional(),
  /** The fact of the residents' register that answers it; the resident may correct it. */
  prefill: z.enum(['savings-cents', 'monthly-income-cents', 'persons', 'birth-date', 'district']).optional(),
});

/** What a number counts: 人, persons. Not every language has a word for it. */
export const unit = z.strictObject({ zh: z.string().min(1), en: z.string() });

/** What a department says with its decision. */
export const fact = field.extend({
  unit: unit.optional(),
  /** To the applicant too, beside the decision. */
  shown: z.boolean().default(false),
});

/** A code of a service's own, in words: a reason, a fact, a value of a fact. */
export const word = z.strictObject({
  code: z.string().regex(/^[a-z]([A-Za-z0-9]|-(?=[a-z0-9]))*$/, 'use a code or the name of a fact'),
  label: text,
  unit: unit.optional(),
});

export type ApplicantKind = z.infer<typeof applicantKind>;
export type Text = z.infer<typeof text>;
export type FieldEntry = z.infer<typeof field>;
