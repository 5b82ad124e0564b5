import type { Package } from '@lianban/rest-client';
import type { SearchEntry } from './entry';
import { areas } from './areas';
import { isSingle } from './single';
import { sitePlaces } from './site-places';

/** All search entries: packages, their items, areas, and pages of this site. */
export const entriesOf = (packages: readonly Package[]): readonly SearchEntry[] => [
  ...packages.map(({ code, name, description, synonyms }) => ({
    path: `/things/${code}`,
    name,
    about: description,
    keywords: [...synonyms.zh, ...synonyms.en],
  })),
  ...packages
    .filter((each) => !isSingle(each))
    .flatMap((each) =>
      each.steps.map(({ id, item }) => ({
        path: `/things/${each.code}#step-${id}`,
        name: item.name,
        about: item.description,
        within: each.name,
        keywords: [...item.synonyms.zh, ...item.synonyms.en],
      })),
    ),
  ...areas.map(({ code, name, about, keywords }) => ({ path: `/areas/${code}`, name, about, keywords })),
  ...sitePlaces,
];
