import { casework } from '@lianban/protos';
import { type Refusal, isRefusal } from '@lianban/model';
import { firstDay } from './city';

const { v1 } = casework;
let numbers = 0;

/** A reference of its own for every call, so that the cases of a file never meet. */
export const aStep = (department: string, item: string, step = 'step'): casework.v1.StepRef => ({
  applicationNumber: `LB20260302${String(++numbers).padStart(6, '0')}`,
  step,
  item,
  department,
});

/** What applications asks of a department; whatever does not matter to the test has a harmless value. */
export const stepRequested = (
  ref: casework.v1.StepRef,
  more: Partial<Omit<casework.v1.StepRequested, 'ref'>> = {},
): casework.v1.StepRequested & { readonly ref: casework.v1.StepRef } => ({
  ref,
  package: 'any-package',
  packageVersion: 1,
  residentId: 'r-1',
  district: '410105',
  answers: {},
  earlier: {},
  materials: [],
  decidedBy: v1.DecidedBy.RULE,
  statutoryDays: 20,
  promisedDays: 10,
  requestedAt: firstDay,
  filedBy: [],
  itemVersion: 0,
  ...more,
});

/** Materials 材料 by their codes. */
export const materials = (...codes: string[]): casework.v1.Material[] =>
  codes.map((code) => ({ code, grade: 'B', reference: `file-of-${code}` }));

/** The answer of a call that must not be refused. */
export const answered = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused} (${answer.detail})`);
  return answer;
};

/** "2026-03-16" of the end of a working day. */
export const day = (at: Date | undefined): string => at?.toISOString().slice(0, 10) ?? 'no day';
