import { type DepartmentFile, loadDepartments } from '@lianban/catalogue';
import type { LegalBasis, Purposes } from './domain/legal-basis';

/**
 * For which purposes departments are told about residents, as their catalogue files declare it under `shares`. Taken from the files in
 * this service's own image, never from whoever asks. Told by duty (个人信息保护法 art. 13 (3)), the resident sees that it was.
 * @throws Error when two departments declare one purpose: then nobody could say whose it is
 */
export function purposesOf(departments: readonly DepartmentFile[] = loadDepartments()): Purposes {
  const purposes = new Map<string, LegalBasis>();
  for (const { department, items } of departments)
    for (const { code, shares } of items)
      for (const { basis } of shares.filter(({ from }) => from === 'residents')) {
        const other = purposes.get(code);
        if (other && (other.department !== department || other.basis !== basis))
          throw new Error(
            `"${code}" of ${department} shares something by ${basis}, and ${other.department} by ${other.basis}: keep one`,
          );
        purposes.set(code, { department, basis });
      }
  return purposes;
}

/** The departments that are told anything. */
export const askersOf = (purposes: Purposes): readonly string[] => [
  ...new Set([...purposes.values()].map(({ department }) => department)),
];
