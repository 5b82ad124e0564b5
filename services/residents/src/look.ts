import { type DepartmentFile, looks } from '@lianban/catalogue';
import { type Refusal, refuse } from '@lianban/model';

/** What officers may look for, by department. */
export type LooksOf = (department: string) => looks.Looks | undefined;

export const looksByDepartment = (files: readonly DepartmentFile[]): ReadonlyMap<string, looks.Looks> =>
  new Map(files.map((file) => [file.department, file.looks]));

interface Look {
  /** As in "officer:o-1". */
  readonly reader: string;
  readonly department: string | undefined;
  readonly purpose: string;
}

/** The role and the id of somebody who works for the city; undefined of a resident and of a service. */
const workerOf = (reader: string) =>
  /^(officer|supervisor|operator):(?=.)/.exec(reader)?.[1] as looks.Looker | undefined;

export const isWorker = (reader: string | undefined): reader is string => workerOf(reader ?? '') !== undefined;

/** The refusal "purpose-unknown", with the list, for what none of the purposes there are; an officer's belongs to their department. */
export function notTheirPurpose({ reader, department, purpose }: Look, looksOf: LooksOf): Refusal | undefined {
  const role = workerOf(reader);
  if (role === undefined || purpose === '') return undefined;
  const allowed = purposesFor(role, department === undefined ? undefined : looksOf(department));
  if (allowed.some((each) => each === purpose)) return undefined;
  const list = allowed.map((code) => `${code} (${looks.purposes[code].words.zh})`).join(', ');
  return refuse(
    'purpose-unknown',
    `"${purpose}" is no purpose for which ${department ?? `an ${role}`} is shown data of a person: name one of ${list}.`,
    '/purpose',
  );
}

const purposesFor = (role: looks.Looker, own: looks.Looks | undefined): readonly looks.PurposeCode[] =>
  (Object.keys(looks.purposes) as looks.PurposeCode[]).filter((code) => {
    const { by, isChosen } = looks.purposeOf(code)!;
    return by.includes(role) && (!isChosen || own?.purposes.some((each) => each === code));
  });
