import type { CallContext } from '@lianban/grpc';
import { type Refusal, refuse } from '@lianban/model';
import { batchReads } from '@lianban/mongo';
import type { App } from '@lianban/runtime';
import { HOUSEHOLDS, MANDATES, ORGANISATIONS } from './aggregate-types';

/** How the register relates two people, so that one does not work for the other as an officer. */
export type Relation = 'self' | 'household' | 'mandate';

const conflictOfInterest = refuse(
  'conflict-of-interest',
  'This person is you, lives in your household, or a mandate is in force between you: another officer does this.',
);

export interface Relations {
  /**
   * The nearest relation known. A mandate counts in both directions, while it is in force; who represents an organisation by the
   * register stands to it as its agent.
   */
  between(officer: string, person: string): Promise<Relation | undefined>;
  /** Recusal 回避: the refusal when an officer calls about somebody they are related to. */
  keepOut(call: Pick<CallContext, 'onBehalfOf'>, ...concerned: readonly string[]): Promise<Refusal | undefined>;
}

/**
 * Every act of an officer asks it, so those asked at the same time are looked up at once, and only ids are fetched: a whole
 * household would have to be unsealed.
 */
export function relationsIn(app: App): Relations {
  const lookUp = batchReads<Relation>(async (keys) => {
    const pairs = keys.map(peopleIn);
    const officers = unique(pairs.map(([officer]) => officer));
    const people = unique(pairs.map(([, person]) => person));
    const [mandates, represented, households] = await Promise.all([
      mandatesBetween(app, officers, people),
      representedBy(app, officers, people),
      householdsOf(app, officers),
    ]);
    return new Map<string, Relation>([
      ...[...mandates, ...represented].flatMap(({ principal, agent }) =>
        [keyOf(principal, agent), keyOf(agent, principal)].map((key) => [key, 'mandate'] as const),
      ),
      ...pairs
        .filter((pair) => households.some((members) => pair.every((id) => members.includes(id))))
        .map(([officer, person]) => [keyOf(officer, person), 'household'] as const),
    ]);
  });

  const between: Relations['between'] = async (officer, person) =>
    officer === person ? 'self' : lookUp(keyOf(officer, person));

  return {
    between,
    async keepOut({ onBehalfOf }, ...concerned) {
      const officer = /^(?:officer|supervisor):(.+)$/.exec(onBehalfOf ?? '')?.[1];
      if (officer === undefined) return undefined;
      const relations = await Promise.all(concerned.map((person) => between(officer, person)));
      return relations.some(Boolean) ? conflictOfInterest : undefined;
    },
  };
}

const keyOf = (officer: string, person: string) => JSON.stringify([officer, person]);
const peopleIn = (key: string) => JSON.parse(key) as [officer: string, person: string];
const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

const mandatesBetween = (app: App, officers: string[], people: string[]) =>
  app.summarize<{ principal: string; agent: string }>(MANDATES, [
    {
      $match: {
        'state.status': 'in-force',
        'state.until': { $gt: app.clock.now() },
        $or: [
          { 'state.principalId': { $in: officers }, 'state.agentId': { $in: people } },
          { 'state.principalId': { $in: people }, 'state.agentId': { $in: officers } },
        ],
      },
    },
    { $project: { _id: 0, principal: '$state.principalId', agent: '$state.agentId' } },
  ]);

const representedBy = (app: App, officers: string[], people: string[]) =>
  app.summarize<{ principal: string; agent: string }>(ORGANISATIONS, [
    { $match: { 'state.legalRepresentative': { $in: officers }, _id: { $in: people } } },
    { $project: { _id: 0, principal: '$_id', agent: '$state.legalRepresentative' } },
  ]);

async function householdsOf(app: App, officers: string[]): Promise<readonly (readonly string[])[]> {
  const found = await app.summarize<{ members: string[] }>(HOUSEHOLDS, [
    { $match: { 'state.members.residentId': { $in: officers } } },
    { $project: { _id: 0, members: '$state.members.residentId' } },
  ]);
  return found.map(({ members }) => members);
}
