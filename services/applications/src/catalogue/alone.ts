import type { DepartmentFile, ItemEntry, Read } from '@lianban/catalogue';
import { type PackageFile, packageFile } from './shapes';

/** In working days: what a city decides for packages of several departments, an item by itself has no file to say. */
const LIMITS = { cancellationDays: 5, compensationDays: 10, graceDays: 3 } as const;
/** How long after the department's own limit a person has to look. */
const AFTER_LIMIT_DAYS = 5;

/**
 * A package of one step for each item that can be applied for by itself 单办: same item, so same case, rules, words and form. Its
 * problems are told where the item says "alone".
 */
export const packagesOfItems = ({ source, value: { department, items } }: Read<DepartmentFile>): Read<PackageFile>[] =>
  items.flatMap((item, index) => {
    if (!item.alone) return [];
    const at = ['items', index, 'alone'];
    const here = {
      ...source,
      lineOf: () => source.lineOf(at),
      problem: (_: unknown, said: string) => source.problem(at, said),
    };
    return [{ source: here, value: packageOf(department, item) }];
  });

function packageOf(department: string, item: ItemEntry): PackageFile {
  const { code, version, name, description, synonyms, whoCanApply, about, applicants, age, registered, answers } = item;
  const step = {
    id: code,
    item: `${department}/${code}@${version}`,
    onRefusal: 'stop',
    // As many working days are never fewer than calendar days.
    limitDays: (item.statutoryDays ?? item.statutoryCalendarDays ?? 0) + AFTER_LIMIT_DAYS,
    answers: answers.map((field) => field.name),
  };
  const shown = { code, version, name, description, synonyms, whoCanApply, about, applicants, age, registered };
  // Somebody may have several children; of their own affairs one of a kind is under way at a time.
  const openAtOnce = about.every((kind) => kind === 'self') ? 'one' : 'many';
  return packageFile.parse({ ...shown, ...LIMITS, openAtOnce, withdrawal: 'keep', form: answers, steps: [step] });
}
