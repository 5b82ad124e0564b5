import { z } from 'zod';

export const text = z.object({ zh: z.string(), en: z.string() });
const synonyms = z.object({ zh: z.array(z.string()), en: z.array(z.string()) });

const field = z.object({
  name: z.string(),
  label: text,
  type: z.enum(['boolean', 'integer', 'number', 'string', 'choice', 'object']),
  required: z.boolean(),
  hint: text.optional(),
  choices: z.array(z.object({ code: z.string(), label: text })).default([]),
  /** date: YYYY-MM-DD; cents: an amount, asked for in yuan. */
  format: z.string().optional(),
  /** The register may know it. */
  prefill: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
});

const material = z.object({ code: z.string(), name: text, grade: z.string() });

const share = z.object({
  from: z.string(),
  what: text,
  purpose: text,
  /** consent: only with the applicant's; duty: by law. */
  basis: z.string(),
  law: text,
  version: z.string(),
  /** The material that says the same on paper. */
  material: z.string().optional(),
});

const item = z.object({
  code: z.string(),
  name: text,
  description: text,
  area: z.string(),
  synonyms,
  whoCanApply: text,
  legalBasis: z.array(text),
  department: z.string(),
  departmentName: text,
  complaints: text,
  materials: z.array(material),
  shares: z.array(share).default([]),
  /** What the department says with a decision for the applicant to read. */
  facts: z.array(field).default([]),
  /** The words of the grounds of decisions, with places for facts in braces; and of the department's codes. */
  grounds: z.array(z.object({ code: z.string(), rule: text, text })).default([]),
  words: z.array(z.object({ code: z.string(), label: text })).default([]),
  reasons: z.array(z.object({ code: z.string(), label: text })).default([]),
  statutoryDays: z.number(),
  promisedDays: z.number(),
  feeCents: z.number(),
  decidedBy: z.string(),
});

const step = z.object({
  id: z.string(),
  description: text,
  item,
  needs: z.array(z.string()),
  /** The fields of the form that travel to its department. */
  answers: z.array(z.string()).default([]),
  conditions: z.array(z.object({ expression: z.string(), means: text })),
  onRefusal: z.string(),
  limitDays: z.number(),
});

/** A package 一件事 as the API describes it. */
export const packageShape = z.object({
  code: z.string(),
  version: z.number(),
  name: text,
  description: text,
  synonyms,
  whoCanApply: text,
  form: z.array(field),
  steps: z.array(step),
});

export const packageList = z.object({ packages: z.array(packageShape) });

export type Field = z.output<typeof field>;
export type Share = z.output<typeof share>;
export type Item = z.output<typeof item>;
export type Material = z.output<typeof material>;
export type PackageStep = z.output<typeof step>;
export type Package = z.output<typeof packageShape>;
