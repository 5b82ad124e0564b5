import type { OwnPersons } from './person/believed';
import type { CallContext, Definition, RequestOf } from './types';

type Methods<M extends string> = 'everything' | readonly M[];
/** What a caller may call for somebody who is signed in, and what in its own name. */
interface Divided<M extends string> {
  readonly forPersons: Methods<M>;
  readonly itself: readonly M[];
}

/** Services by name, and what each of them may call: one entry a caller, the only place where it is said. */
export type AccessPolicy<M extends string> = Readonly<Record<string, Methods<M> | Divided<M>>>;

/** Of requests that say who acts: that resident, who must be the one the caller has proved. */
export type Actors<D extends Definition> = { readonly [K in keyof D]?: (request: RequestOf<D[K]>) => string };

/** What is demanded of the person of a call. */
export interface PersonDemands<D extends Definition> {
  readonly actors?: Actors<D>;
  /** Callers that name people by their word, and the role of these. */
  readonly ownPersons?: OwnPersons;
}

type Calling = Pick<CallContext, 'caller' | 'onBehalfOf'>;

/** Whether the caller, whose name is verified, may call the method. One that is not listed may not. */
export function isAllowed(policy: AccessPolicy<string>, { caller, onBehalfOf }: Calling, method: string): boolean {
  const may = Object.hasOwn(policy, caller) ? policy[caller] : undefined;
  if (may === undefined) return false;
  if (!isDivided(may)) return includes(may, method);
  return may.itself.includes(method) || (onBehalfOf !== undefined && includes(may.forPersons, method));
}

const isDivided = (may: Methods<string> | Divided<string>): may is Divided<string> =>
  typeof may === 'object' && 'forPersons' in may;

const includes = (methods: Methods<string>, method: string): boolean =>
  methods === 'everything' || methods.includes(method);

/** Whether a resident acts as somebody else than they are. */
export const isImpostor = (
  actor: ((request: never) => string) | undefined,
  request: unknown,
  { person }: Pick<CallContext, 'person'>,
): boolean => person?.role === 'resident' && actor !== undefined && actor(request as never) !== person.id;
