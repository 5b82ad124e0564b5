import { type DepartmentFile, loadDepartments, soundDepartments } from '@lianban/catalogue';
import type { RunningCatalogue } from '@lianban/runtime';
import type { LegalBasis, Purposes, Question } from './domain/legal-basis';

/**
 * For which purposes departments are told about residents, as their catalogue files declare it under `shares`. Taken from the files in
 * this service's own image or from those an operator had the city take, never from whoever asks. Told by duty (个人信息保护法 art. 13 (3)), the resident sees that it was.
 * @throws Error when two departments declare one purpose: then nobody could say whose it is
 */
export function purposesOf(departments: readonly DepartmentFile[] = loadDepartments()): Purposes {
  const purposes = new Map<string, LegalBasis>();
  for (const { department, items } of departments)
    for (const { code, shares } of items)
      for (const { basis, question } of shares.filter(({ from }) => from === 'residents')) {
        const other = purposes.get(code);
        if (other && (other.department !== department || other.basis !== basis || other.question !== question))
          throw new Error(
            `"${code}" of ${department} shares something by ${basis}, and ${other.department} by ${other.basis}: keep one`,
          );
        purposes.set(code, { department, basis, question });
      }
  return purposes;
}

/** The purposes by the catalogue that the city runs: that of this image until it takes another. */
export function purposesInUse(): { readonly now: () => Purposes; readonly catalogue: RunningCatalogue } {
  const shipped = purposesOf();
  let purposes = shipped;
  const use: RunningCatalogue['use'] = (files) => {
    purposes = files ? purposesOf(soundDepartments(files.filter(({ kind }) => kind === 'department'))) : shipped;
  };
  return { now: () => purposes, catalogue: { use } };
}

/** The departments that ask anything, each with what it asks. */
export function askersOf(purposes: Purposes): ReadonlyMap<string, ReadonlySet<Question>> {
  const all = Map.groupBy(purposes.values(), ({ department }) => department);
  return new Map([...all].map(([department, asked]) => [department, new Set(asked.map(({ question }) => question))]));
}
