import type { residents } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { freeForm } from './free-form';
import { words } from './words';
import { heldGrade, heldMaterials, iso, moment, unlessEmpty } from './common';

export const draftBody = named(
  'DraftToSave',
  z.strictObject({
    answers: freeForm('Answers so far; they need not be complete or right.'),
    materials: heldMaterials.default([]),
    step: words(100).optional().describe('The question they stopped at'),
  }),
);

const draft = z.object({
  package: z.string(),
  for: z.string().describe('Whose application it is to be'),
  answers: z.record(z.string(), z.unknown()),
  materials: z.array(z.object({ code: z.string(), grade: heldGrade, reference: z.string() })),
  step: z.string().optional(),
  version: z.number().describe('The number inside the ETag: send it as If-Match'),
  savedAt: moment,
  keptUntil: moment.describe('When it is removed, unless it is saved again'),
});

export const draftShape = named('Draft', draft);
export const draftList = named('DraftList', z.object({ drafts: z.array(draftShape) }));
export const nothingLeft = named('Discarded', z.object({ discarded: z.literal(true) }));

export const draftView = (of: residents.v1.Draft): z.output<typeof draft> => ({
  package: of.package,
  for: of.forId,
  answers: of.answers ?? {},
  materials: of.materials.map(({ code, grade, reference }) => ({
    code,
    grade: heldGrade.catch('C').parse(grade),
    reference,
  })),
  step: unlessEmpty(of.step),
  version: of.version,
  savedAt: iso(of.savedAt) ?? '',
  keptUntil: iso(of.keptUntil) ?? '',
});
