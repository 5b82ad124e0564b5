import { public_security } from '@lianban/protos';
import { type EventEnvelope, type Subscription, eventHandler } from '@lianban/inbox';
import { commandTo, isRefusal } from '@lianban/model';
import { batchReads } from '@lianban/mongo';
import type { App } from '@lianban/runtime';
import { DEATHS, OPEN_SESSIONS } from './aggregate-types';
import type { Death } from './domain/death';
import type { KnownMandate } from './domain/mandate';
import { endSession } from './open-sessions';

const { v1 } = public_security;
const mostAtOnce = 100;

/** What public security says of deaths; each case of its register has a document of its own, so that no record of it looks like a gap. */
export const deathsHeard: Subscription = {
  topic: 'public-security.v1',
  owner: 'public-security',
  handlers: [
    eventHandler(v1.DeathRegistered, ({ residentId, diedOn, registeredAt }, { subject, at }) =>
      commandTo(DEATHS, subject, { type: 'RegisterDeath', residentId, diedOn, registeredAt: registeredAt ?? at }),
    ),
    eventHandler(v1.DeathCorrected, ({ residentId, diedOn, correctedAt }, { subject, at }) =>
      commandTo(DEATHS, subject, {
        ...{ type: 'CorrectDeath', residentId, at: correctedAt ?? at },
        ...(diedOn !== undefined && { diedOn }),
      }),
    ),
  ],
  sequenceOwner: ({ subject }: EventEnvelope) => ({ aggregate: DEATHS.name, id: subject }),
};

export interface Deaths {
  of(residentId: string): Promise<Death | undefined>;
  /** Of these, what still holds between the two: a mandate ends with either of them; one that a counter confirmed after the death is an heir’s. */
  standing(mandates: readonly KnownMandate[]): Promise<readonly KnownMandate[]>;
}

export function deathsIn(app: App): Deaths {
  const of = batchReads<Death>(async (ids) => {
    const filter = { 'state.residentId': { $in: [...ids] }, 'state.status': 'registered' };
    const found = await app.find(DEATHS, { filter, limit: ids.length * 2 });
    return new Map(
      found.flatMap(({ state }) => (state.status === 'registered' ? [[state.residentId, state] as const] : [])),
    );
  });
  const isOver = async ({ principalId, agentId, confirmedAt, confirmation }: KnownMandate): Promise<boolean> => {
    const [principal, agent] = await Promise.all([of(principalId), of(agentId)]);
    const isHeirs =
      principal !== undefined &&
      confirmation?.by === 'officer' &&
      confirmedAt !== null &&
      confirmedAt >= principal.registeredAt;
    return agent !== undefined || (principal !== undefined && !isHeirs);
  };
  return {
    of,
    async standing(mandates) {
      const over = await Promise.all(mandates.map(isOver));
      return mandates.filter((_, index) => !over[index]);
    },
  };
}

/** What ends at once with a death: the sessions somebody is signed in with. Done again until it is done. */
export async function settleDeaths(app: App): Promise<void> {
  const filter = { 'state.status': 'registered', 'state.settled': false };
  for (const { id, state } of await app.find(DEATHS, { filter, limit: mostAtOnce })) {
    if (state.status !== 'registered') continue;
    const open = { 'state.personId': state.residentId, 'state.status': 'open' };
    for (const session of await app.find(OPEN_SESSIONS, { filter: open, limit: mostAtOnce }))
      await endSession(app, session.id, {});
    const done = await app.dispatch(DEATHS, id, { type: 'SettleDeath' });
    if (isRefusal(done)) throw new Error(done.detail);
  }
}
