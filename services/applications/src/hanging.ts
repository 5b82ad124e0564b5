import type { applications } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { APPLICATIONS } from './aggregate-types';
import { type CataloguedPackage, fieldMessage } from './catalogue';
import type { ApplicationState } from './domain/application';
import { hangingStepsOf } from './domain/hanging';

const most = 500;
const oldestFirst = (a: { since: Date | undefined }, b: { since: Date | undefined }) =>
  Number(a.since ?? 0) - Number(b.since ?? 0);

/** Every step that waits for an operator. Applications that the release before left at rest are found by their ending. */
export async function hangingSteps(
  app: Pick<App, 'find'>,
  packageOf: (of: ApplicationState) => CataloguedPackage | undefined,
): Promise<applications.v1.HangingStep[]> {
  const filters = [{ 'state.hanging': true }, { 'state.ending': 'needs-operator' }];
  const found = await Promise.all(filters.map((filter) => app.find(APPLICATIONS, { filter, limit: most })));
  const once = new Map(found.flat().map((each) => [each.id, each.state]));
  const steps = [...once.values()].flatMap((state) => {
    const found = packageOf(state);
    if (!found) return [];
    const factsOf = (id: string) => found.steps.find((each) => each.id === id)?.entry.facts ?? [];
    return hangingStepsOf(state, found.plan).map((step) => ({ ...step, facts: factsOf(step.step).map(fieldMessage) }));
  });
  return steps.toSorted(oldestFirst).slice(0, most);
}
