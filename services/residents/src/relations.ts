import type { CallContext } from '@lianban/grpc';
import { type Refusal, refuse } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { MANDATES } from './aggregate-types';
import type { HouseholdOf } from './reading';

/** How the register relates two people, so that one does not work for the other as an officer. */
export type Relation = 'self' | 'household' | 'mandate';

const conflictOfInterest = refuse(
  'conflict-of-interest',
  'This person is you, lives in your household, or a mandate is in force between you: another officer does this.',
);

/** The nearest relation known. A mandate counts in both directions, while it is in force. */
export async function relationBetween(
  app: App,
  householdOf: HouseholdOf,
  one: string,
  other: string,
): Promise<Relation | undefined> {
  if (one === other) return 'self';
  const household = await householdOf(other);
  if (household?.members.some(({ residentId }) => residentId === one)) return 'household';
  const found = await Promise.all(
    [
      [one, other],
      [other, one],
    ].map(([principal, agent]) => {
      const between = { 'state.principalId': principal, 'state.agentId': agent };
      const filter = { ...between, 'state.status': 'in-force', 'state.until': { $gt: app.clock.now() } };
      return app.find(MANDATES, { filter, limit: 1 });
    }),
  );
  return found.flat().length > 0 ? 'mandate' : undefined;
}

/** Recusal 回避: the refusal when an officer calls about somebody they are related to. */
export async function keptOut(
  app: App,
  householdOf: HouseholdOf,
  { onBehalfOf }: Pick<CallContext, 'onBehalfOf'>,
  ...concerned: readonly string[]
): Promise<Refusal | undefined> {
  const officer = /^(?:officer|supervisor):(.+)$/.exec(onBehalfOf ?? '')?.[1];
  if (officer === undefined) return undefined;
  const relations = await Promise.all(concerned.map((person) => relationBetween(app, householdOf, officer, person)));
  return relations.some(Boolean) ? conflictOfInterest : undefined;
}
