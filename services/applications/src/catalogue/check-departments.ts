import { checkFields } from './check-fields';
import type { Department, Item } from './catalogue';
import type { Problem } from './problem';
import type { DepartmentFile } from './shapes';
import type { Read } from './source';

/** Departments and items of all files, with everything that contradicts itself among them. */
export interface CheckedDepartments {
  readonly departments: readonly Department[];
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

export function checkDepartments(files: readonly Read<DepartmentFile>[]): CheckedDepartments {
  const departments: Department[] = [];
  const items: Item[] = [];
  const problems: Problem[] = [];
  for (const { source, value } of files) {
    const { department, topic, name, complaints, reasons, grounds, words } = value;
    if (departments.some((other) => other.name === department))
      problems.push(source.problem(['department'], `department "${department}" has a file already.`));
    if (departments.some((other) => other.topic === topic))
      problems.push(source.problem(['topic'], `topic "${topic}" belongs to another department already.`));
    if (topic.replace(/\.v\d+$/, '') !== department)
      problems.push(
        source.problem(
          ['topic'],
          `topic "${topic}" is named after another service: ${department} speaks on ${department}.v1.`,
        ),
      );
    const declaredAt = `${source.file}:${source.lineOf(['topic'])}`;
    departments.push({ name: department, topic, declaredAt, title: name, complaints, reasons, grounds, words });
    for (const [index, { code, text }] of grounds.entries()) {
      const at = ['grounds', index];
      if (grounds.findIndex((other) => other.code === code) < index)
        problems.push(source.problem([...at, 'code'], `ground "${code}" is there already.`));
      if (placesIn(text.zh) !== placesIn(text.en))
        problems.push(source.problem([...at, 'text'], `ground "${code}" has other places in Chinese than in English.`));
    }
    for (const [index, { code }] of reasons.entries())
      if (reasons.findIndex((other) => other.code === code) < index)
        problems.push(source.problem(['reasons', index, 'code'], `reason "${code}" is there already.`));

    for (const [index, entry] of value.items.entries()) {
      const { code, version, promisedDays, statutoryDays } = entry;
      const at = ['items', index];
      if (items.some((other) => other.code === code && (other.version === version || other.department !== department)))
        problems.push(source.problem([...at, 'code'], `item "${code}" version ${version} exists already.`));
      if (promisedDays > statutoryDays)
        problems.push(source.problem([...at, 'promisedDays'], `item "${code}" is promised later than the law allows.`));
      for (const [place, { material }] of entry.shares.entries())
        if (material !== undefined && !entry.materials.some((each) => each.code === material))
          problems.push(
            source.problem([...at, 'shares', place, 'material'], `item "${code}" has no material "${material}".`),
          );
      checkFields(entry.facts, [...at, 'facts'], (path, sentence) => problems.push(source.problem(path, sentence)));
      checkFields(entry.findings, [...at, 'findings'], (path, sentence) =>
        problems.push(source.problem(path, sentence)),
      );
      items.push({ ...entry, department });
    }
  }
  return { departments, items, problems };
}

/** The places for facts in a text, each once, in the order of the alphabet. */
const placesIn = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted().join(' ');
