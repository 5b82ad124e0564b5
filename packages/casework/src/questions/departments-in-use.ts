import { type DepartmentFile, loadDepartments, readDepartments } from '@lianban/catalogue';
import type { RunningCatalogue } from '@lianban/runtime';

/** All departments by the catalogue that the city runs: that of this image until it takes another. A file with mistakes is left out. */
export function departmentsInUse(): { now(): readonly DepartmentFile[]; readonly use: RunningCatalogue['use'] } {
  const shipped = loadDepartments();
  let departments = shipped;
  return {
    now: () => departments,
    use(files) {
      const all = files?.filter(({ kind }) => kind === 'department');
      departments = all ? readDepartments(all).read.map(({ value }) => value) : shipped;
    },
  };
}
