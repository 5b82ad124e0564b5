import type { Ports } from '../ports';
import { deskOf } from '../routes/desk-reach';
import type { Identity } from '../token/identity';
import { challenge } from './authorize';
import { Problem } from './problem';
import type { AnyRoute } from './route';

/**
 * What holds on every route of officers: their department is connected here, and work with people who are no case of it yet
 * (a counter 窗口) is a power of its own, at a low rate, for its answers are about anybody.
 * @throws Problem 403 without desk or scope, 429 past the rate
 */
export async function checkDeskPowers({ scope }: AnyRoute, who: Identity | undefined, ports: Ports): Promise<void> {
  if (!who || !('department' in who)) return;
  deskOf(who, ports);
  if (scope === undefined) return;
  if (!who.scopes.includes(scope))
    throw new Problem(403, 'scope-missing', `This needs the scope "${scope}", which your sign-in does not give you.`, {
      headers: challenge(`, error="insufficient_scope", scope="${scope}"`),
    });
  await ports.rates.counter(who.id);
}
