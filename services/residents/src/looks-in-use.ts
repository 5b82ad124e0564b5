import { type DepartmentFile, loadDepartments, soundDepartments } from '@lianban/catalogue';
import type { RunningCatalogue } from '@lianban/runtime';
import type { LooksOf } from './look';

const byDepartment = (files: readonly DepartmentFile[]) =>
  new Map(files.map(({ department, looks }) => [department, looks]));

/** What officers may look at people's data for, by the catalogue that the city runs: that of this image until it takes another. */
export function looksInUse(): { readonly of: LooksOf; readonly catalogue: Pick<RunningCatalogue, 'use'> } {
  const shipped = byDepartment(loadDepartments());
  let inUse = shipped;
  const use: RunningCatalogue['use'] = (files) => {
    inUse = files ? byDepartment(soundDepartments(files.filter(({ kind }) => kind === 'department'))) : shipped;
  };
  return { of: (department) => inUse.get(department), catalogue: { use } };
}
