import type { applications } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { text, textView, unlessEmpty, unlessNone } from './common';

const synonyms = z
  .object({ zh: z.array(z.string()), en: z.array(z.string()) })
  .describe('What else people call it: for search, not to be shown');
const condition = z.object({ expression: z.string().describe('FEEL'), means: text.describe('In plain words') });

const applicants = z.array(z.string().describe('person or organisation')).optional();

const fieldType = z.enum(['boolean', 'integer', 'number', 'string', 'choice', 'object']);
export const field = named(
  'FormField',
  z.object({
    name: z.string(),
    label: text,
    type: fieldType,
    required: z.boolean(),
    hint: text.optional(),
    choices: z.array(z.object({ code: z.string(), label: text })).optional(),
    prefill: z.string().optional().describe('The fact of the register that answers it: see GET /api/me/profile'),
    format: z.string().optional().describe('date: YYYY-MM-DD; cents: a sum of money, kept in cents, written in yuan'),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    maxLength: z.number().optional(),
    earliest: z.string().optional().describe('Of a date, included: YYYY-MM-DD, or today'),
    latest: z.string().optional().describe('Of a date, included: YYYY-MM-DD, or today'),
    askedWhen: z
      .object({
        field: z.string(),
        value: z.string().describe('A choice, or true or false'),
        unless: z.boolean().describe('It is asked unless the answer is this'),
      })
      .optional()
      .describe('The answer that makes it a question; it is required then, if it is required'),
    scale: z
      .object({ group: text, source: text, scores: z.array(text).describe('What each stands for, from minimum up') })
      .optional()
      .describe('Of a score of an assessment'),
    applicants: applicants.describe('Of whom it is asked; without, of whoever can apply'),
  }),
);

const material = named('ItemMaterial', z.object({ code: z.string(), name: text, grade: z.string() }));

const share = named(
  'Share',
  z
    .object({
      from: z.string(),
      question: z.string().describe('Also the name of what a case learns by it'),
      what: text,
      purpose: text,
      basis: z.string().describe('consent: only with the applicant’s; duty: by law'),
      law: text,
      version: z.string().describe('Of these words: a consent names it'),
      material: z.string().optional().describe('The material that says the same on paper'),
    })
    .describe('What a department asks of others about the applicant'),
);

const item = named(
  'Item',
  z
    .object({
      code: z.string(),
      name: text,
      description: text,
      area: z.string().describe('One of the seven service areas, for example elderly-care'),
      synonyms,
      whoCanApply: text,
      legalBasis: z.array(text),
      department: z.string(),
      departmentName: text,
      complaints: text.describe('Where to complain about the department'),
      materials: z.array(material),
      statutoryDays: z
        .number()
        .describe('Statutory limit 法定时限, working days; 0 where the law counts calendar days'),
      statutoryCalendarDays: z
        .number()
        .optional()
        .describe('Statutory limit in calendar days, where the law counts those'),
      promisedDays: z.number().describe('Promised limit 承诺时限, working days'),
      feeCents: z.number(),
      decidedBy: z.string().describe('rule or officer'),
      shares: z.array(share).optional(),
      grounds: z
        .array(z.object({ code: z.string(), rule: text, text }))
        .optional()
        .describe('The words of the grounds of decisions, with places for facts in braces'),
      words: z
        .array(z.object({ code: z.string(), label: text }))
        .optional()
        .describe('Codes of the department’s own, in words'),
      facts: z.array(field).optional().describe('What it says with a decision for the applicant to read'),
      findings: z.array(field).optional().describe('What an officer writes down of what they found'),
      reasons: z
        .array(z.object({ code: z.string(), label: text, uses: z.array(z.string()) }))
        .optional()
        .describe('The reasons officers of the department choose from: to grant, refuse, pause or extend'),
    })
    .describe('An item 事项 of a department'),
);

const step = named(
  'PackageStep',
  z.object({
    id: z.string(),
    kind: z.string().describe('decision, payment, document or booking'),
    description: text.describe('What happens in this step, in plain words'),
    item,
    needs: z.array(z.string()).describe('Steps whose outcome this one waits for'),
    answers: z.array(z.string()).describe('The fields of the form that travel to its department'),
    when: z.string().optional().describe('FEEL condition over answers and earlier outcomes'),
    conditions: z.array(condition).describe('All that must hold for the step to be asked for: its own and its item’s'),
    onRefusal: z.string(),
    limitDays: z.number(),
    applicants: applicants.describe('For whom it is; without, for whoever can apply'),
  }),
);

export const packageShape = named(
  'Package',
  z
    .object({
      code: z.string(),
      version: z.number(),
      name: text,
      description: text,
      synonyms,
      whoCanApply: text,
      applicants: applicants.describe('Who can apply; without, a person'),
      about: z.array(z.string()).optional().describe('Whom it can be about: self, child, newborn, dead; self without'),
      registered: z
        .object({ where: z.string().describe('here, in the city, or elsewhere'), law: text })
        .optional()
        .describe('Where the law wants them registered'),
      age: z
        .object({ min: z.number().optional(), max: z.number().optional(), law: text })
        .optional()
        .describe('Whom the law lets apply, in completed years'),
      withdrawal: z
        .enum(['keep', 'compensate'])
        .optional()
        .describe('What a withdrawal does to what was granted: it is kept, or taken back'),
      form: z.array(field),
      steps: z.array(step),
    })
    .describe('A package 一件事: a graph of steps over items'),
);
export const packageList = named('PackageList', z.object({ packages: z.array(packageShape) }));

export type PackageView = z.output<typeof packageShape>;

const synonymsView = (of: applications.v1.Synonyms | undefined) => ({ zh: of?.zh ?? [], en: of?.en ?? [] });

export const fieldView = (of: applications.v1.Field): z.output<typeof field> => ({
  name: of.name,
  label: textView(of.label),
  // Field types added by a newer catalogue are shown as text fields.
  type: fieldType.catch('string').parse(of.type),
  required: of.required,
  hint: of.hint && textView(of.hint),
  choices: unlessNone(of.options.map(({ code, label }) => ({ code, label: textView(label) }))),
  prefill: unlessEmpty(of.prefill),
  format: unlessEmpty(of.format),
  minimum: of.hasMinimum ? of.minimum : undefined,
  maximum: of.hasMaximum ? of.maximum : undefined,
  maxLength: of.maxLength || undefined,
  earliest: unlessEmpty(of.earliest),
  latest: unlessEmpty(of.latest),
  askedWhen: of.askedWhen,
  applicants: unlessNone(of.applicants),
  scale: of.scale && {
    group: textView(of.scale.group),
    source: textView(of.scale.source),
    scores: of.scale.scores.map(textView),
  },
});

const itemView = (of: applications.v1.Item | undefined): z.output<typeof item> => ({
  code: of?.code ?? '',
  name: textView(of?.name),
  description: textView(of?.description),
  area: of?.area ?? '',
  synonyms: synonymsView(of?.synonyms),
  whoCanApply: textView(of?.whoCanApply),
  legalBasis: (of?.legalBasis ?? []).map(textView),
  department: of?.department ?? '',
  departmentName: textView(of?.departmentName),
  complaints: textView(of?.complaints),
  materials: (of?.materials ?? []).map((m) => ({ code: m.code, name: textView(m.name), grade: m.grade })),
  statutoryDays: of?.statutoryDays ?? 0,
  statutoryCalendarDays: of?.statutoryCalendarDays,
  promisedDays: of?.promisedDays ?? 0,
  feeCents: of?.feeCents ?? 0,
  decidedBy: of?.decidedBy ?? '',
  shares: unlessNone(
    (of?.shares ?? []).map((share) => ({
      from: share.from,
      question: share.question,
      what: textView(share.what),
      purpose: textView(share.purpose),
      basis: share.basis,
      law: textView(share.law),
      version: share.version,
      material: unlessEmpty(share.material),
    })),
  ),
  grounds: unlessNone(
    (of?.grounds ?? []).map(({ code, rule, text: words }) => ({ code, rule: textView(rule), text: textView(words) })),
  ),
  words: unlessNone((of?.words ?? []).map(({ code, label }) => ({ code, label: textView(label) }))),
  facts: unlessNone((of?.facts ?? []).map(fieldView)),
  findings: unlessNone((of?.findings ?? []).map(fieldView)),
  reasons: unlessNone(
    (of?.reasons ?? []).map(({ code, label, uses }) => ({ code, label: textView(label), uses: [...uses] })),
  ),
});

export const packageView = (of: applications.v1.Package): PackageView => ({
  code: of.code,
  version: of.version,
  name: textView(of.name),
  description: textView(of.description),
  synonyms: synonymsView(of.synonyms),
  whoCanApply: textView(of.whoCanApply),
  applicants: unlessNone(of.applicants),
  about: of.about.length > 0 ? of.about : ['self'],
  registered: of.registered && { where: of.registered.where, law: textView(of.registered.law) },
  age: of.age && { min: of.age.min, max: of.age.max, law: textView(of.age.law) },
  withdrawal: of.withdrawal === 'keep' || of.withdrawal === 'compensate' ? of.withdrawal : undefined,
  form: of.form.map(fieldView),
  steps: of.steps.map((step) => ({
    id: step.id,
    kind: step.kind || 'decision',
    description: textView(step.description),
    item: itemView(step.item),
    needs: step.needs,
    answers: step.answers,
    when: unlessEmpty(step.when),
    conditions: step.conditions.map(({ expression, means }) => ({ expression, means: textView(means) })),
    onRefusal: step.onRefusal,
    limitDays: step.limitDays,
    applicants: unlessNone(step.applicants),
  })),
});
