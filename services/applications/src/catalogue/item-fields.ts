import type { FieldEntry, Read } from '@lianban/catalogue';
import { type Known, findItem } from './check-package';
import type { PackageFile } from './shapes';

/**
 * The package with the fields its steps receive and its form does not define: those are asked as their items ask them, each once, in
 * the order of the steps. So a package repeats no question of an item, and items with the same question share its answer. A field
 * that only conditional steps receive is not required here: its department asks for it.
 */
export function withItemFields({ source, value }: Read<PackageFile>, known: Known): Read<PackageFile> {
  const form: FieldEntry[] = [...value.form];
  for (const { item: reference, answers } of value.steps) {
    const item = findItem(known, reference);
    const asked = item?.performs === 'decision' ? item.answers : [];
    for (const field of asked) {
      if (!answers.includes(field.name) || form.some(({ name }) => name === field.name)) continue;
      form.push({ ...field, required: field.required && isAlwaysAsked(value, field.name) });
    }
  }
  return { source, value: { ...value, form } };
}

const isAlwaysAsked = ({ steps }: PackageFile, name: string): boolean =>
  steps.some(({ when, answers }) => when === undefined && answers.includes(name));
