import { type DepartmentFile, loadDepartments } from '@lianban/catalogue';
import { ITSELF, type LegalBasis, type Purposes, type Question } from './domain/legal-basis';

/**
 * For which purposes departments are told about residents, as their catalogue files declare it under `shares`. Taken from the files in
 * this service's own image or from those an operator had the city take, never from whoever asks. Told by duty (个人信息保护法 art. 13 (3)), the resident sees that it was.
 * @throws Error when two departments declare one purpose: then nobody could say whose it is
 */
export function purposesOf(departments: readonly DepartmentFile[] = loadDepartments()): Purposes {
  const purposes = new Map<string, readonly LegalBasis[]>();
  for (const { department, items } of departments)
    for (const { code, shares } of items)
      for (const { basis, from, question } of shares) {
        const all = purposes.get(code) ?? [];
        const same = all.find((each) => each.from === from && each.question === question);
        const other = all.find((each) => each.department !== department) ?? (same?.basis !== basis ? same : undefined);
        if (other)
          throw new Error(
            `"${code}" of ${department} shares something by ${basis}, and ${other.department} by ${other.basis}: keep one`,
          );
        if (!same) purposes.set(code, [...all, { department, basis, from, question }]);
      }
  return purposes;
}

/** The departments that ask anything of residents, each with what it asks. */
export function askersOf(purposes: Purposes): ReadonlyMap<string, ReadonlySet<Question>> {
  const here = [...purposes.values()].flat().filter(({ from }) => from === ITSELF);
  const all = Map.groupBy(here, ({ department }) => department);
  const questionsOf = (asked: readonly LegalBasis[]) => new Set(asked.map(({ question }) => question as Question));
  return new Map([...all].map(([department, asked]) => [department, questionsOf(asked)]));
}
