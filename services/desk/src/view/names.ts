import type { FormField, Item } from '@lianban/rest-client';
import { usePackages } from '../api/hooks';
import { useWords } from '../i18n/language';

export interface CatalogueNames {
  item(code: string): Item | undefined;
  itemName(code: string): string;
  /** A coded reason in the words of the department’s catalogue, or of the platform. */
  reasonName(code: string): string;
  /** A code of any kind in a department’s papers: a reason, a word of its grounds, an item, a material, or one of the platform. */
  codeName(code: string): string;
  /** Empty for what stands in no catalogue. */
  materialName(code: string): string;
  /** The form of the package an item belongs to: what an answer's name means. */
  field(item: string, name: string): FormField | undefined;
  /** What an earlier step of a package with this item is for. */
  stepName(item: string, step: string): string;
  items: readonly Item[];
}

/** What the catalogue calls items, steps and answers; codes stand in until it is here. */
export function useNames(): CatalogueNames {
  const { text, word } = useWords();
  const { data: packages = [] } = usePackages();
  const items = [
    ...new Map(packages.flatMap(({ steps }) => steps.map(({ item }) => [item.code, item] as const))).values(),
  ];
  const within = (of: string) => packages.filter(({ steps }) => steps.some((step) => step.item.code === of));
  const item = (code: string) => items.find((each) => each.code === code);
  const labelOf = (code: string, of: (each: Item) => Item['words']) =>
    text(items.flatMap((each) => of(each) ?? []).find((each) => each.code === code)?.label);
  const reasonName = (code: string) => labelOf(code, ({ reasons }) => reasons) || word(code);
  const nameOfMaterial = (code: string) =>
    text(items.flatMap(({ materials }) => materials).find((material) => material.code === code)?.name);
  return {
    items,
    item,
    reasonName,
    materialName: nameOfMaterial,
    codeName: (code) =>
      text(item(code)?.name) || nameOfMaterial(code) || labelOf(code, ({ words }) => words) || reasonName(code),
    itemName: (code) => text(item(code)?.name) || word(code),
    field: (of, name) =>
      within(of)
        .flatMap(({ form }) => form)
        .find((field) => field.name === name),
    stepName: (of, step) =>
      text(
        within(of)
          .flatMap(({ steps }) => steps)
          .find(({ id }) => id === step)?.item.name,
      ),
  };
}
