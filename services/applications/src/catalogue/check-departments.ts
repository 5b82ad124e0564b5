import type { DepartmentFile, Problem, Read } from '@lianban/catalogue';
import type { Item, Performer } from './catalogue';

/** Departments and items of all files, with everything that contradicts another file. */
export interface CheckedDepartments {
  readonly departments: readonly Performer[];
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

export function checkDepartments(files: readonly Read<DepartmentFile>[]): CheckedDepartments {
  const departments: Performer[] = [];
  const items: Item[] = [];
  const problems: Problem[] = [];
  for (const { source, value } of files) {
    const { department, topic, name, complaints, reasons, grounds, words } = value;
    if (departments.some((other) => other.name === department))
      problems.push(source.problem(['department'], `department "${department}" has a file already.`));
    if (departments.some((other) => other.topic === topic))
      problems.push(source.problem(['topic'], `topic "${topic}" belongs to another department already.`));
    const declaredAt = `${source.file}:${source.lineOf(['topic'])}`;
    const office = { name: department, performs: 'decision', topic, declaredAt, title: name, complaints } as const;
    departments.push({ ...office, reasons, grounds, words });
    for (const [index, entry] of value.items.entries()) {
      const { code, version } = entry;
      if (items.some((other) => other.code === code && (other.version === version || other.department !== department)))
        problems.push(source.problem(['items', index, 'code'], `item "${code}" version ${version} exists already.`));
      items.push({ ...entry, performs: 'decision', department });
    }
  }
  return { departments, items, problems };
}
