import { canonicalTexts } from '@lianban/applications';
import type { CatalogueUse, TakenCatalogue } from '@lianban/city-catalogue';
import { isLostRace } from '@lianban/mongo';
import type { CityInspector, InspectedService } from '../inspect/city';
import { patienceS, saidByAll } from '../inspect/said-by-all';
import type { CommandResult } from '../output';
import type { OperatorDecision } from '@lianban/operations';
import { Problem } from '../problem';
import { applicationsOf, propose, stillUsed, wrong } from './check';
import type { GivenFiles } from './files';

/**
 * Has every process of the city take another catalogue, without a restart. Departments and residents come first: what applications
 * asks for is then known wherever it is heard. If one process cannot use it, nobody does.
 */
export async function catalogueTake(
  city: CityInspector,
  given: GivenFiles,
  why: OperatorDecision,
): Promise<CommandResult> {
  const { texts, removed, mistakes } = await propose(city, given);
  if (mistakes.length > 0) return wrong(mistakes);
  const version: TakenCatalogue = {
    _id: (await highestOf(city)) + 1,
    files: canonicalTexts(texts),
    at: new Date(),
    ...why,
  };
  const applications = applicationsOf(city);
  const others = city.services.filter((each) => each !== applications);
  await applications.store.record({
    action: 'take-catalogue',
    topic: '',
    key: `version ${version._id}`,
    at: new Date(),
    ...why,
  });
  await give(city, others, version);
  await give(city, [applications], version);
  // An application may have been submitted since it was checked; from now on none is.
  const used = await stillUsed(city, removed);
  if (used.length > 0) {
    await withdraw(city, version._id);
    return wrong(used);
  }
  return {
    data: { version: version._id },
    lines: [`version ${version._id} is in use: every process of the city runs it`],
  };
}

async function highestOf({ services }: CityInspector): Promise<number> {
  return Math.max(...(await Promise.all(services.map(({ store }) => store.catalogue.highest()))));
}

/** Stores the version for these services and waits for their processes. @throws Problem when one cannot use it, once all are back */
async function give(city: CityInspector, services: readonly InspectedService[], version: TakenCatalogue) {
  for (const { store } of services)
    await store.catalogue.add(version).catch((error: unknown) => {
      if (!isLostRace(error)) throw error;
      throw new Problem('already-taken', 'another catalogue was taken at this moment: look at it, then try again');
    });
  const refusals = await refusalsOf(services, version._id);
  if (refusals.length === 0) return;
  await withdraw(city, version._id);
  throw new Problem('catalogue-refused', `nothing was changed: ${refusals.join('\n')}`);
}

const withdraw = ({ services }: CityInspector, version: number) =>
  Promise.all(services.map(({ store }) => store.catalogue.withdraw(version)));

/** Waits until every process of the services has said what it makes of a version. @returns why some cannot use it */
async function refusalsOf(services: readonly InspectedService[], version: number) {
  const openOf = <U extends CatalogueUse>(said: readonly U[]) => said.filter((use) => use.version !== version);
  const isRefused = (use: CatalogueUse) => use.refused?.version === version;
  const said = await saidByAll(
    services,
    (store) => store.catalogue.uses(),
    (now) => openOf(now).length === 0 || now.some(isRefused),
  );
  const refused = said.filter(isRefused);
  if (refused.length > 0) return refused.map((use) => `${use.name}: ${use.refused?.reason}`);
  return openOf(said).map(({ name, _id }) => `${name}: process ${_id} has not looked at it for ${patienceS} s`);
}
