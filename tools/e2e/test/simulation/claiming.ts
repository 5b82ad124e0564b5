import type { AnyAggregate } from '@lianban/model';
import type { Composition } from '@lianban/runtime';
import type { Mutation } from './mutations';

type Follow = NonNullable<AnyAggregate['policy']>;
type Claiming = Parameters<Follow>[0] & { readonly providedAt?: Date };

/** The former behaviour: uploads of a supplement with a consent are claimed after residents has answered, when the request is over. */
const late =
  (follow: Follow): Follow =>
  (event, state, id) => {
    const { providedAt, ...rest } = event as Claiming;
    return event.type === 'ConsentsGiven' ? [] : follow(providedAt ? rest : event, state, id);
  };

export const claiming = (parts: Composition, mutation: Mutation | undefined): Composition =>
  mutation === 'uploads claimed after the consent'
    ? {
        ...parts,
        aggregates: parts.aggregates.map((kind) =>
          kind.name === 'applications' && kind.policy ? { ...kind, policy: late(kind.policy) } : kind,
        ),
      }
    : parts;
