import type { FieldEntry, Read } from '@lianban/catalogue';
import { type Known, findItem } from './check-package';
import type { PackageFile } from './shapes';

/**
 * The package with the fields its steps receive and its form does not define: those are asked as their items ask them, each once, in
 * the order of the steps. So a package repeats no question of an item, and items with the same question share its answer.
 */
export function withItemFields({ source, value }: Read<PackageFile>, known: Known): Read<PackageFile> {
  const form: FieldEntry[] = [...value.form];
  for (const step of value.steps) {
    const item = findItem(known, step.item);
    const asked = item?.performs === 'decision' ? item.answers : [];
    for (const name of step.answers) {
      const field = asked.find((each) => each.name === name);
      if (field && !form.some((each) => each.name === name)) form.push(field);
    }
  }
  return { source, value: { ...value, form } };
}
