import type { DepartmentFile } from '@lianban/catalogue';
import type { DepartmentsInUse } from './departments-in-use';

/** Which department grants which benefit that recurs, by the code of its item. */
export interface Benefits {
  departmentOf(this: void, benefit: string): string | undefined;
  departments(this: void): readonly string[];
}

const benefitsOf = (files: readonly DepartmentFile[]): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap(({ department, items }) =>
      items.filter(({ recurring }) => recurring !== undefined).map(({ code }) => [code, department] as const),
    ),
  );

/** What this image was shipped with stays known, because a catalogue taken before does not say it. */
export function benefitsIn({ shipped, of }: Pick<DepartmentsInUse, 'shipped' | 'of'>): Benefits {
  const benefits = of((files) => new Map([...benefitsOf(shipped), ...benefitsOf(files)]));
  return {
    departmentOf: (benefit) => benefits().get(benefit),
    departments: () => [...new Set(benefits().values())],
  };
}
