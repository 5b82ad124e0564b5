import { identityNames } from '@lianban/input';
import { isRefusal } from '@lianban/model';
import { looks } from '@lianban/catalogue';
import { problemOf } from '../http/refusals';
import type { Asked } from './asked';
import { keys } from './words';

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What names and codes of the data are called, as the city's catalogue has them today. */
export interface Vocabulary {
  /** A name of the data, or of a field of a form; itself where nobody gave it words. */
  readonly nameOf: (key: string) => string;
  /** A code with its words beside it. */
  readonly codeOf: (code: string) => string;
}

const bilingual = ({ zh, en }: Text): string => (zh === en ? zh : `${zh} ${en}`);

/** @throws Problem when the catalogue is refused */
export async function vocabularyOf({ ports: { applications }, call }: Asked): Promise<Vocabulary> {
  const [packages, departments] = await Promise.all([
    applications.listPackages({}, call),
    applications.listDepartments({}, call),
  ]);
  if (isRefusal(packages)) throw problemOf(packages, false);
  if (isRefusal(departments)) throw problemOf(departments, false);
  const fields = packages.packages.flatMap(({ form }) => form).map(({ name, label }) => [name, label] as const);
  const items = packages.packages.flatMap(({ steps }) => steps).flatMap(({ item }) => item ?? []);
  const words = departments.departments.flatMap(({ code, name, words: own }) => [
    [code, name] as const,
    ...own.map((each) => [each.code, each.label] as const),
  ]);
  const names = known([
    ...items.flatMap(({ findings, facts }) => [...findings, ...facts]).map(({ name, label }) => [name, label] as const),
    ...fields,
  ]);
  const codes = known([
    ...Object.entries(identityNames),
    ...Object.entries(looks.purposes).map(([code, { words: of }]) => [code, of] as const),
    ...words,
    ...items.flatMap(({ code, name, materials }) => [
      [code, name] as const,
      ...materials.map((each) => [each.code, each.name] as const),
    ]),
    ...packages.packages.map(({ code, name }) => [code, name] as const),
  ]);
  return {
    nameOf: (key) => (Object.hasOwn(keys, key) ? keys[key]!.join(' ') : (names.get(key) ?? key)),
    codeOf: (code) => (codes.has(code) ? `${codes.get(code)!} (${code})` : code),
  };
}

const known = (of: readonly (readonly [string, Text | undefined])[]): ReadonlyMap<string, string> =>
  new Map(of.flatMap(([code, label]) => (label ? [[code, bilingual(label)] as const] : [])));
