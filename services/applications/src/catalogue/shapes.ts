import { values } from '@lianban/catalogue';
import { serviceKinds } from '@lianban/steps';
import { z } from 'zod';

const {
  ageLimit,
  applicantKind,
  code,
  condition,
  days,
  decidedBy,
  field,
  name,
  registered,
  subjectKind,
  synonyms,
  text,
  version,
} = values;

const kinds = ['decision', ...serviceKinds] as const;

const step = z.strictObject({
  id: code,
  kind: z.enum(kinds, `a step is of kind ${kinds.join(', ')}`).default('decision'),
  item: z
    .string()
    .regex(
      /^[a-z0-9-]+\/[a-z0-9-]+@[1-9][0-9]*$/,
      'use department/item@version, for example permits/shopfront-sign@1; of another kind, service/item@version',
    ),
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
  age: ageLimit.optional(),
  registered: registered.optional(),
  /** Whom it can be about. */
  about: z.array(subjectKind).min(1).default(['self']),
  /** Who can apply: of its steps each gets those whose items are for them, and is asked what these need. */
  applicants: z.array(applicantKind).min(1).default(['person']),
  /** How many applications for it one resident may have under way, whoever files them. */
  openAtOnce: z.enum(['one', 'many']).default('one'),
  withdrawal: z.enum(['keep', 'compensate']),
  cancellationDays: days,
  compensationDays: days,
  graceDays: z.number().int().min(0).max(60),
  form: z.array(field),
  steps: z.array(step).min(1),
});

export type PackageFile = z.infer<typeof packageFile>;
export type StepEntry = PackageFile['steps'][number];
