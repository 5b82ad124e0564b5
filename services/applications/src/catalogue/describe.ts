import type { FieldEntry, values } from '@lianban/catalogue';
import type { applications } from '@lianban/protos';
import { isAskedOf, isStepFor } from './for-applicant';
import type { Catalogue, CataloguedPackage, CataloguedStep, Item } from './catalogue';

/** What residents may apply for: the newest version of every package that is not hidden. */
export const describeCatalogue = ({ packages }: Catalogue): applications.v1.Package[] =>
  [...packages.values()].flatMap(([newest]) =>
    newest === undefined || newest.hidden ? [] : [describePackage(newest)],
  );

/** None, when it is for whoever can apply. */
const kindsOf = ({ applicants }: CataloguedPackage, holds: (kind: values.ApplicantKind) => boolean) =>
  applicants.every(holds) ? [] : applicants.filter(holds);

export const describePackage = (each: CataloguedPackage): applications.v1.Package => ({
  code: each.code,
  version: each.version,
  name: each.name,
  description: each.description,
  form: each.form.map((field) => ({
    ...fieldMessage(field),
    applicants: kindsOf(each, (kind) => isAskedOf(each, field.name, kind)),
  })),
  steps: each.steps.map((step) => ({
    ...stepMessage(step),
    applicants: kindsOf(each, (kind) => isStepFor(step, kind)),
  })),
  applicants: [...each.applicants],
  synonyms: synonymsMessage(each.synonyms),
  whoCanApply: each.whoCanApply,
  about: [...each.about],
  registered: each.registered,
  withdrawal: each.plan.withdrawal,
  age: each.age && { min: each.age.min, max: each.age.max, law: each.age.law },
});

/**
 * Every department and city service that performs steps, with all the codes it gives in words: the first word of a code counts.
 */
export const describeDepartments = ({ departments, services, items }: Catalogue): applications.v1.Department[] =>
  [...departments, ...services].map(({ name, title, complaints, words, reasons }) => {
    const facts = items.filter(({ department }) => department === name).flatMap((item) => item.facts);
    const all = [
      ...words,
      ...reasons.map(({ code, label }) => ({ code, label, unit: undefined })),
      ...facts.map((fact) => ({ code: fact.name, label: fact.label, unit: fact.unit })),
    ];
    const first = new Map(all.toReversed().map((word) => [word.code, word]));
    const told = [...first.values()].map(({ code, label, unit }) => ({ code, label, unit }));
    return { code: name, name: title, complaints, words: told };
  });

const synonymsMessage = ({ zh, en }: CataloguedPackage['synonyms']) => ({ zh: [...zh], en: [...en] });

export const fieldMessage = ({
  min,
  max,
  maxLength,
  choices = [],
  askedWhen,
  ...field
}: FieldEntry): applications.v1.Field => ({
  ...field,
  hint: field.hint,
  scale: field.scale,
  applicants: [],
  format: field.format ?? '',
  prefill: field.prefill ?? '',
  choices: choices.map(({ code }) => code),
  options: choices,
  minimum: min ?? 0,
  maximum: max ?? 0,
  maxLength: maxLength ?? 0,
  hasMinimum: min !== undefined,
  hasMaximum: max !== undefined,
  earliest: field.earliest ?? '',
  latest: field.latest ?? '',
  askedWhen: askedWhen && {
    field: askedWhen.field,
    value: String(askedWhen.is ?? askedWhen.isNot),
    unless: askedWhen.is === undefined,
  },
});

const stepMessage = ({ entry, office, ...step }: CataloguedStep): applications.v1.PackageStep => ({
  id: step.id,
  kind: entry.performs,
  item: {
    code: entry.code,
    name: entry.name,
    department: entry.department,
    description: entry.description,
    legalBasis: entry.legalBasis,
    departmentName: office.title,
    complaints: office.complaints,
    grounds: office.grounds,
    words: office.words.map(({ code, label }) => ({ code, label })),
    facts: entry.facts.filter(({ shown }) => shown).map(fieldMessage),
    reasons: office.reasons.map(({ code, label, uses }) => ({ code, label, uses: [...uses] })),
    ...(entry.performs === 'decision' ? decisionMessage(entry, step.decidedBy) : noDecision),
  },
  needs: [...step.needs],
  answers: [...step.answers],
  when: step.when ?? '',
  onRefusal: step.onRefusal,
  limitDays: step.limitDays,
  description: step.description ?? entry.description,
  conditions: step.conditions.map(({ when, means }) => ({ expression: when, means })),
  applicants: [],
});

const decisionMessage = (entry: Item, decidedBy: Item['decidedBy'] | undefined) => ({
  materials: entry.materials.map(({ code, name, grade }) => ({ code, name, grade })),
  statutoryDays: entry.statutoryDays ?? 0,
  statutoryCalendarDays: entry.statutoryCalendarDays,
  promisedDays: entry.promisedDays,
  feeCents: entry.feeCents,
  decidedBy: decidedBy ?? entry.decidedBy,
  area: entry.area,
  synonyms: synonymsMessage(entry.synonyms),
  whoCanApply: entry.whoCanApply,
  shares: entry.shares.map((share) => ({ ...share, material: share.material ?? '' })),
  findings: entry.findings.map(fieldMessage),
});

/** What only a decision has. */
const noDecision = {
  materials: [],
  statutoryDays: 0,
  statutoryCalendarDays: undefined,
  promisedDays: 0,
  feeCents: 0,
  decidedBy: '',
  area: '',
  synonyms: undefined,
  whoCanApply: undefined,
  shares: [],
  findings: [],
};
