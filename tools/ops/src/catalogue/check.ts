import { type CatalogueChange, type CheckedCatalogue, changeOf, checkCatalogue } from '@lianban/applications';
import { type CatalogueText, type Problem as Mistake, describeProblems } from '@lianban/catalogue';
import type { TakenCatalogue } from '@lianban/city-catalogue';
import type { CityInspector, InspectedService } from '../inspect/city';
import type { CommandResult } from '../output';
import { Problem } from '../problem';
import { type GivenFiles, withGiven } from './files';

/** A catalogue that may be taken, if it has no mistakes. */
export interface Proposed {
  readonly texts: readonly CatalogueText[];
  readonly catalogue: CheckedCatalogue;
  readonly removed: CatalogueChange['removed'];
  readonly mistakes: readonly Mistake[];
}

/** Checks files against those of the running city, and what they would change for cases under way. */
export async function propose(city: CityInspector, given: GivenFiles): Promise<Proposed> {
  const former = await runningCatalogue(city);
  const texts = withGiven(former.files, given);
  const catalogue = checkCatalogue(texts);
  if (catalogue.problems.length > 0) return { texts, catalogue, removed: [], mistakes: catalogue.problems };
  const { problems, removed, asked } = changeOf(checkCatalogue(former.files), catalogue);
  const rules = await rulesOf(city);
  const unruled = asked
    .filter(({ item }) => !rules.has(item))
    .map(({ item, problem }) => problem(`no running department has rules for ${item}: deploy them first.`));
  return { texts, catalogue, removed, mistakes: [...problems, ...unruled, ...(await stillUsed(city, removed))] };
}

/** Versions of packages that are gone while applications run on them. */
export async function stillUsed(city: CityInspector, removed: Proposed['removed']): Promise<readonly Mistake[]> {
  const mistakes: Mistake[] = [];
  for (const { code, version, file } of removed) {
    const count = await applicationsOf(city).store.catalogue.applicationsOn(code, version);
    const sentence = `package "${code}" version ${version} is gone, and ${count} applications were submitted with it: put it back, with "hidden: true" if it is offered no more.`;
    if (count > 0) mistakes.push({ file, line: 1, sentence });
  }
  return mistakes;
}

/** The catalogue that the city runs, by what applications has stored. */
export async function runningCatalogue(city: CityInspector): Promise<TakenCatalogue> {
  const found = await applicationsOf(city).store.catalogue.newest();
  if (found) return found;
  throw new Problem('no-catalogue', 'applications has never run here: it says which catalogue it starts with');
}

export function applicationsOf({ services }: CityInspector): InspectedService {
  const found = services.find(({ name }) => name === 'applications');
  if (!found) throw new Problem('unknown-service', 'there is no topic applications.v1: is this the city’s broker?');
  return found;
}

/** The items that running departments have rules for. */
async function rulesOf({ services }: CityInspector): Promise<ReadonlySet<string>> {
  const uses = await Promise.all(services.map(({ store }) => store.catalogue.uses()));
  return new Set(uses.flat().flatMap(({ rules }) => rules));
}

/** Says what is wrong with files; changes nothing. */
export async function catalogueCheck(city: CityInspector, given: GivenFiles): Promise<CommandResult> {
  const { catalogue, mistakes } = await propose(city, given);
  return mistakes.length > 0 ? wrong(mistakes) : sound(catalogue);
}

export const wrong = (problems: readonly Mistake[]): CommandResult => ({
  data: { problems },
  lines: [describeProblems(problems)],
  isBad: true,
});

const sound = ({ departments, items, packages }: CheckedCatalogue): CommandResult => {
  const counts = { departments: departments.length, items: items.length, packages: packages.length };
  const told = `${counts.departments} departments, ${counts.items} items, ${counts.packages} versions of packages`;
  return { data: { problems: [], ...counts }, lines: [`nothing is wrong: ${told}`] };
};
