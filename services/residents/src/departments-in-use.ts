import { type DepartmentFile, loadDepartments, soundDepartments } from '@lianban/catalogue';
import type { RunningCatalogue } from '@lianban/runtime';

export interface DepartmentsInUse {
  /** The files of this image. */
  readonly shipped: readonly DepartmentFile[];
  /** What `made` makes of the files in use: made once for each catalogue that the city takes. */
  of<T>(made: (files: readonly DepartmentFile[]) => T): () => T;
  readonly use: RunningCatalogue['use'];
}

/**
 * The departments by the catalogue that the city runs: those of this image until it takes another. The files are read once, and where
 * something cannot be made of them nothing changes.
 */
export function departmentsInUse(): DepartmentsInUse {
  const shipped = loadDepartments();
  const makers: ((files: readonly DepartmentFile[]) => () => void)[] = [];
  return {
    shipped,
    of(made) {
      let value = made(shipped);
      makers.push((files) => {
        const next = made(files);
        return () => (value = next);
      });
      return () => value;
    },
    use(files) {
      const all = files ? soundDepartments(files.filter(({ kind }) => kind === 'department')) : shipped;
      const taken = makers.map((make) => make(all));
      for (const take of taken) take();
    },
  };
}
