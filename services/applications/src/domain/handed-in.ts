import type { Material } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { isUpload } from './material';

/** The trust grade 国办函〔2016〕108号 the catalogue asks of each material, by code. */
export type AskedGrades = ReadonlyMap<string, string>;

/** Stands for the paper itself where the catalogue asks for no more than a promise 告知承诺. */
export const PROMISED = 'promised-online';

// As counters mark what they keep: letters of the series, the year, a number. No name or ID number can be written like this.
const COUNTER_MARK = /^[A-Z]{1,4}-20\d{2}-\d{1,8}$/;

/** Whether somebody signed it: it was uploaded, or handed in at a counter. A promise on the site is no signature. */
export const isSigned = ({ reference }: Material): boolean => isUpload(reference) || COUNTER_MARK.test(reference);

/**
 * Why what was handed in cannot be taken, as "invalid-materials" with a pointer. Residents cannot vouch for their own papers: from them a
 * material is an upload, which is a copy (C), or declared (D). Only an officer at a counter, who saw it, gives grade A or B.
 * That an upload is there and theirs is looked up when it is used.
 * @param asked what the catalogue knows of it, and what a department asked for beside that (without a grade)
 */
export function unfitMaterial(
  materials: readonly Material[],
  asked: ReadonlyMap<string, string | undefined>,
  isAtCounter: boolean,
): Refusal | undefined {
  for (const [index, material] of materials.entries()) {
    const wrong = asked.has(material.code)
      ? (isAtCounter ? unfitAtCounter : unfitOnline)(material, asked.get(material.code))
      : UNKNOWN;
    if (wrong)
      return { refused: 'invalid-materials', detail: wrong.detail, pointer: `/materials/${index}/${wrong.field}` };
  }
  return undefined;
}

/** The materials with what the catalogue asks of each, so that a department can tell a copy from a promise that is enough. */
export const graded = (materials: readonly Material[], grades: AskedGrades): readonly Material[] =>
  materials.map(({ code, grade, reference }) => {
    const asked = grades.get(code);
    return { code, grade, reference, ...(asked !== undefined && { asked }) };
  });

interface Wrong {
  readonly field: 'code' | 'grade' | 'reference';
  readonly detail: string;
}

function unfitOnline({ grade, reference }: Material, asked: string | undefined): Wrong | undefined {
  if (grade !== 'C' && grade !== 'D') return VOUCHED;
  if (isUpload(reference)) return undefined;
  if (reference !== PROMISED) return NOT_AN_UPLOAD;
  if (asked !== 'D') return NOT_PROMISED;
  return grade === 'D' ? undefined : NOT_SHOWN;
}

const unfitAtCounter = ({ reference }: Material): Wrong | undefined =>
  isUpload(reference) || COUNTER_MARK.test(reference) ? undefined : NO_MARK;

const UNKNOWN: Wrong = {
  field: 'code',
  detail: 'Nobody asks for this material here: name those that the items of the package list, or leave it out.',
};
const VOUCHED: Wrong = {
  field: 'grade',
  detail:
    'Grades A and B are given by whoever saw the original: upload a copy and name it with grade C, or show the original at a counter.',
};
const NOT_AN_UPLOAD: Wrong = {
  field: 'reference',
  detail: 'Upload a copy of the paper first, and name it here by the reference of that upload (FM…).',
};
const NOT_PROMISED: Wrong = {
  field: 'reference',
  detail:
    'For this paper a promise is not enough: upload a copy, and name it here by the reference of that upload (FM…).',
};
const NOT_SHOWN: Wrong = { field: 'grade', detail: 'What is promised has grade D.' };
const NO_MARK: Wrong = {
  field: 'reference',
  detail:
    'Name the paper by the mark under which the counter keeps it: letters of the series, the year and a number, such as ZY-2026-000123.',
};
