import type { Refusal } from '@lianban/model';
import { isRefusal } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { MANDATES } from './aggregate-types';
import type { Deaths } from './deaths';
import { type Authority, authorityOf } from './domain/authority';
import type { KnownMandate } from './domain/mandate';
import { representation } from './domain/representation';
import type { Guardians } from './guardians';
import type { Organisations } from './organisations';

const mostBetweenTwo = 100;

/** The newest mandates that match. */
export async function mandatesOf(
  app: App,
  filter: Readonly<Record<string, unknown>>,
): Promise<readonly KnownMandate[]> {
  const all = await app.find(MANDATES, { filter, sort: { _id: -1 }, limit: mostBetweenTwo });
  return all.flatMap(({ state }) => (state.status === 'unknown' ? [] : [state]));
}

interface Ports {
  readonly guardians: Guardians;
  readonly organisations: Organisations;
  readonly deaths: Deaths;
}

interface Between {
  readonly principalId: string;
  readonly agentId: string;
  /** Empty: whatever the mandate covers. */
  readonly package: string;
}

export type AuthorityBetween = (between: Between) => Promise<Authority | Refusal>;

/** What one may do for the other now: by mandate, by the register of organisations, or as the guardian of a minor. */
export const authorityBetween =
  (app: App, { guardians, organisations, deaths }: Ports): AuthorityBetween =>
  async ({ principalId, agentId, package: code }) => {
    const both = { 'state.agentId': agentId, 'state.principalId': principalId };
    // Apart: what was asked for or ended must not push out what is in force.
    const between = await Promise.all([
      mandatesOf(app, { ...both, 'state.status': 'in-force' }),
      mandatesOf(app, { ...both, 'state.status': 'lapsed', 'state.confirmedAt': { $ne: null } }),
    ]);
    const mandates = await deaths.standing(between.flat());
    const organisation = await organisations.find(principalId);
    const authority = organisation
      ? representation(organisation, agentId, mandates, code, app.clock.now())
      : authorityOf(mandates, code, app.clock.now());
    const guardian = isRefusal(authority) ? await guardians.authority(agentId, principalId) : undefined;
    return guardian ? { ...guardian, packages: [] } : authority;
  };
