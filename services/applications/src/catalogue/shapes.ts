import { z } from 'zod';

const code = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'use letters and digits, beginning with a small letter');
const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const days = z.number().int().min(1).max(366);
const version = z.number().int().min(1);
const decidedBy = z.enum(['rule', 'officer']);
const condition = z.union([z.string(), z.boolean()]).transform(String);

/** The seven service areas of the city's platform, in its order. */
export const AREAS = [
  'employment-and-training',
  'social-security',
  'social-assistance',
  'social-welfare',
  'family-planning-and-health',
  'public-security',
  'elderly-care',
] as const;

const field = z.strictObject({
  name,
  label: text,
  hint: text.optional(),
  type: z.enum(['boolean', 'integer', 'number', 'string', 'choice', 'object']),
  required: z.boolean().default(false),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.number().int().min(1).max(10_000).optional(),
  choices: z
    .array(z.strictObject({ code, label: text }))
    .min(1)
    .optional(),
  /** How people write the value: a day as YYYY-MM-DD, a sum of money kept in cents as yuan. */
  format: z.enum(['date', 'cents']).optional(),
  /** The fact of the residents' register that answers it; the resident may correct it. */
  prefill: z.enum(['savings-cents', 'monthly-income-cents', 'persons', 'birth-date', 'district']).optional(),
});

const material = z.strictObject({ code, name: text, grade: z.enum(['A', 'B', 'C', 'D']) });

/** What its department asks of the register about the applicant: what, what for, and by what right. */
const share = z.strictObject({
  from: code,
  what: text,
  purpose: text,
  /** consent: only with the applicant's; duty: by law, and the applicant is told. */
  basis: z.enum(['consent', 'duty']),
  law: text,
  /** Of these words: changed words are a new version, to be agreed to anew. */
  version: z.string().regex(/^[\w.-]{1,32}$/),
  /** The material that says the same on paper. */
  material: code.optional(),
});

/** What else people call it: found by search, never shown. */
const synonyms = z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) });

const item = z.strictObject({
  code,
  version,
  name: text,
  description: text,
  area: z.enum(AREAS),
  synonyms,
  whoCanApply: text,
  legalBasis: z.array(text).min(1),
  statutoryDays: days,
  promisedDays: days,
  feeCents: z.number().int().min(0),
  decidedBy,
  materials: z.array(material).default([]),
  shares: z.array(share).default([]),
  conditions: z.array(z.strictObject({ when: condition, means: text })).default([]),
  /** What it says with its decision, for later steps to look at; `required`: with every grant. */
  facts: z.array(field).default([]),
  /** What an officer writes down of what they found. */
  findings: z.array(field).default([]),
});

/** A reason officers choose; it travels as its code, which cannot name a person. */
const reason = z.strictObject({
  code,
  label: text,
  uses: z.array(z.enum(['grant', 'refuse', 'pause', 'extend'])).min(1),
});

/** What a department's rules say of a case, with places for facts in braces: "{line}". */
const ground = z.strictObject({ code, rule: text, text });

/** A code that stands among the facts of grounds, in words. */
const word = z.strictObject({ code, label: text });

/** One file a department: who it is, on which topic it speaks, and its items 事项. */
export const departmentFile = z.strictObject({
  department: code,
  topic: z.string().regex(/^[a-z][a-z-]*\.v[1-9][0-9]*$/, 'use a name and a version, for example permits.v1'),
  name: text,
  /** Where to complain about it. */
  complaints: text,
  reasons: z.array(reason).default([]),
  grounds: z.array(ground).default([]),
  words: z.array(word).default([]),
  items: z.array(item),
});

const step = z.strictObject({
  id: code,
  item: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+@[1-9][0-9]*$/, 'use department/item@version, for example permits/shopfront-sign@1'),
  needs: z.array(code).default([]),
  when: condition.optional(),
  whenMeans: text.optional(),
  /** What happens in this step of this package, where the item's own description is not enough. */
  description: text.optional(),
  onRefusal: z.enum(['stop', 'go-on', 'compensate']),
  limitDays: days,
  decidedBy: decidedBy.optional(),
  answers: z.array(name),
});

/** Completed years of age 周岁, by the register. */
const years = z.number().int().min(0).max(150);
const age = z
  .strictObject({ min: years.optional(), max: years.optional(), law: text })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'say min, max or both')
  .refine(({ min = 0, max = Infinity }) => min <= max, 'min is above max');

/** One file a version of a package 一件事. */
export const packageFile = z.strictObject({
  code,
  version,
  hidden: z.boolean().default(false),
  name: text,
  description: text,
  synonyms,
  whoCanApply: text,
  /** Whom the law lets apply. */
  age: age.optional(),
  withdrawal: z.enum(['keep', 'compensate']),
  cancellationDays: days,
  compensationDays: days,
  graceDays: z.number().int().min(0).max(60),
  form: z.array(field),
  steps: z.array(step).min(1),
});

export type DepartmentFile = z.infer<typeof departmentFile>;
export type ItemEntry = DepartmentFile['items'][number];
export type PackageFile = z.infer<typeof packageFile>;
export type FieldEntry = PackageFile['form'][number];
export type StepEntry = PackageFile['steps'][number];
