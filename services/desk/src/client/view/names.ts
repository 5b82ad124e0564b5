import type { FormField, Item } from '@lianban/rest-client';
import { usePackages } from '../api/hooks';
import { useWords } from '../i18n/language';

export interface CatalogueNames {
  item(code: string): Item | undefined;
  itemName(code: string): string;
  /** The text of a reason code, of the department’s catalogue or the platform. */
  reasonName(code: string): string;
  /** The text of any code of a department: a reason, a fact value, an item, a material, or one of the platform. */
  codeName(code: string): string;
  /** Empty for a name outside the catalogue. */
  materialName(code: string): string;
  /** The form of the package an item belongs to, for the labels of answers. */
  field(item: string, name: string): FormField | undefined;
  /** The label of an earlier step in a package with this item. */
  stepName(item: string, step: string): string;
  items: readonly Item[];
}

/** Catalogue names of items, steps and answers; codes are shown until the catalogue is loaded. */
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
