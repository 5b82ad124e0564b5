import type { AnyRoute } from '@lianban/gateway';
import { table } from './table';

const roles = ['anyone', 'signed-in', 'resident', 'officer', 'supervisor', 'operator'] as const;

/** Who may: a supervisor whatever an officer may, and an agent what a resident lets them do. */
function callersOf({ who, onBehalfOf, scope }: AnyRoute): string {
  const all = { officer: 'officer, supervisor', 'signed-in': 'whoever is signed in' }[who as string] ?? who;
  return all + (onBehalfOf ? ', agent' : '') + (scope ? ` with \`${scope}\`` : '');
}

/** The routes by who may, each role's in the order of the table. */
export const routeTable = (routes: readonly AnyRoute[]): string =>
  table(
    ['Route', 'Who', 'What for'],
    routes
      .toSorted((one, other) => roles.indexOf(one.who) - roles.indexOf(other.who))
      .map((route) => [`\`${route.method.toUpperCase()} ${route.path}\``, callersOf(route), route.summary]),
  );
