import { identityNumberIn } from '@lianban/input';
import type { OwnSeals } from '@lianban/vault';
import { CORRECTIONS, DRAFTS, MANDATES, PEOPLE, READ_QUESTIONS } from '../aggregate-types';
import type { CorrectionState } from '../domain/correction';
import type { DraftState } from '../domain/draft';
import { indexed } from '../domain/identity';
import type { MandateState } from '../domain/mandate';
import type { PersonState, Sealed } from '../domain/person';
import type { ReadQuestionState } from '../domain/read-question';
import type { Vault } from './seal';

/** Everything that is sealed under `RESIDENTS_KEY`, for a rotation of it. A text has the place it is opened for elsewhere. */
export function ownSealsOf({ anew, open, indexes, currentKey: key }: Vault): readonly OwnSeals[] {
  const sealedOf = <S>(
    collection: { readonly name: string },
    at: readonly string[],
    reseal: (state: S, id: string) => S,
  ) => ({
    ...{ collection: collection.name, at: at.map((path) => `state.${path}`), key },
    // Safe: what is stored in a collection is what its aggregate makes.
    anew: (state: unknown, id: string) => reseal(state as S, id),
  });

  const person = (state: PersonState): PersonState => {
    if (state.status === 'unknown') return state;
    const { personId, sealed, idKind = 'identity-card' } = state;
    const fields = Object.entries(sealed) as [keyof Sealed, string][];
    const next = Object.fromEntries(fields.map(([field, text]) => [field, anew(text, `${personId}/${field}`)]));
    const number = open(sealed.idNumber, `${personId}/idNumber`);
    const read = identityNumberIn(idKind, number);
    const [idIndex] = indexes(read ? indexed(read) : number, 'id-number');
    const isSame = idIndex === state.idIndex && fields.every(([field, text]) => next[field] === text);
    return isSame ? state : { ...state, sealed: next as unknown as Sealed, idIndex };
  };

  const mandate = (state: MandateState): MandateState => {
    if (state.status === 'unknown') return state;
    const { mandateId, names } = state;
    const next = {
      principal: anew(names.principal, `${mandateId}/principal`),
      agent: anew(names.agent, `${mandateId}/agent`),
    };
    return next.principal === names.principal && next.agent === names.agent ? state : { ...state, names: next };
  };

  const draft = (state: DraftState, id: string): DraftState => {
    if (state.status !== 'kept') return state;
    const sealed = anew(state.sealed, `${id}/draft`);
    return sealed === state.sealed ? state : { ...state, sealed };
  };

  const correction = (state: CorrectionState, id: string): CorrectionState => {
    if (state.status === 'none') return state;
    const sealed = anew(state.sealed, `${state.residentId}/${state.field}`);
    if (state.status === 'asked' || state.reason === undefined)
      return sealed === state.sealed ? state : { ...state, sealed };
    const reason = anew(state.reason, `${id}/reason`);
    return sealed === state.sealed && reason === state.reason ? state : { ...state, sealed, reason };
  };

  const readQuestion = (state: ReadQuestionState, id: string): ReadQuestionState => {
    if (state.status !== 'answered') return state;
    const answer = anew(state.answer, `${id}/answer`);
    return answer === state.answer ? state : { ...state, answer };
  };

  const ofPerson = ['name', 'idNumber', 'phone', 'address', 'email'].map((field) => `sealed.${field}`);
  return [
    sealedOf(PEOPLE, ofPerson, person),
    sealedOf(MANDATES, ['names.principal', 'names.agent'], mandate),
    sealedOf(DRAFTS, ['sealed'], draft),
    sealedOf(CORRECTIONS, ['sealed', 'reason'], correction),
    sealedOf(READ_QUESTIONS, ['answer'], readQuestion),
  ];
}
