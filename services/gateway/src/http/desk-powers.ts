import type { Ports } from '../ports';
import { deskOf } from '../routes/desk-reach';
import type { Identity } from '../token/identity';
import { challenge } from './authorize';
import { Problem } from './problem';
import type { AnyRoute } from './route';

/**
 * Checks every route for officers: their department is connected here, and work with people outside its cases
 * (a counter 窗口) needs a scope of its own and is rate-limited, because its answers can concern anybody.
 * @throws Problem 403 without desk, place on the staff list or scope, 429 over the rate limit
 */
export async function checkDeskPowers({ scope }: AnyRoute, who: Identity | undefined, ports: Ports): Promise<void> {
  if (!who || !('department' in who)) return;
  deskOf(who, ports);
  if (!ports.staff.mayAct(who.id, who.department))
    throw new Problem(
      403,
      'not-on-staff-list',
      'You are not on the staff list of this department any more: ask your supervisor.',
    );
  if (scope === undefined) return;
  if (!who.scopes.includes(scope))
    throw new Problem(403, 'scope-missing', `This needs the scope "${scope}", which your sign-in does not give you.`, {
      headers: challenge(`, error="insufficient_scope", scope="${scope}"`),
    });
  await ports.rates.counter(who.id);
}
