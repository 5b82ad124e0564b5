import { type DepartmentFile, loadDepartments, soundDepartments } from '@lianban/catalogue';
import type { RunningCatalogue } from '@lianban/runtime';

/** Which department grants which benefit that recurs, by the code of its item. */
export interface BenefitsInUse {
  departmentOf(this: void, benefit: string): string | undefined;
  departments(this: void): readonly string[];
  readonly catalogue: Pick<RunningCatalogue, 'use'>;
}

const benefitsOf = (files: readonly DepartmentFile[]): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap(({ department, items }) =>
      items.filter(({ recurring }) => recurring !== undefined).map(({ code }) => [code, department] as const),
    ),
  );

/** By the catalogue that the city runs; what this image was shipped with stays known, because a catalogue taken before does not say it. */
export function benefitsInUse(): BenefitsInUse {
  const shipped = benefitsOf(loadDepartments());
  let benefits = shipped;
  return {
    departmentOf: (benefit) => benefits.get(benefit),
    departments: () => [...new Set(benefits.values())],
    catalogue: {
      use(files) {
        const taken = files ? benefitsOf(soundDepartments(files.filter(({ kind }) => kind === 'department'))) : [];
        benefits = new Map([...shipped, ...taken]);
      },
    },
  };
}
