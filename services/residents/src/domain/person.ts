import type { IdentityKind } from '@lianban/input';
import type { Decider, Refusal } from '@lianban/model';
import { districtOf, isCommunityCode } from './community-code';

/** Encrypted values. Opaque here: whoever seals them holds the key, this code never sees what is inside. */
export interface Sealed {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
}

interface Details {
  readonly sealed: Sealed;
  readonly communityCode: string;
}

interface Identity {
  /** Blind index of the ID number, by which a person is found without decrypting anybody. */
  readonly idIndex: string;
  /** Absent: an identity card. */
  readonly idKind?: IdentityKind;
  /** YYYY-MM-DD */
  readonly birthDate: string;
}

export interface UnknownPerson {
  readonly status: 'unknown';
  readonly personId: string;
}

export interface RegisteredPerson extends Details, Identity {
  readonly status: 'registered';
  readonly personId: string;
  /** Six digits, from the community. */
  readonly district: string;
  readonly registeredAt: Date;
}

export type PersonState = UnknownPerson | RegisteredPerson;

export interface RegisterPerson extends Details, Identity {
  readonly type: 'RegisterPerson';
  readonly personId: string;
  /** Another number of the same person is taken: passports and travel permits are replaced. */
  readonly isReplaceable?: boolean;
}

/** A correction that was granted: the value is sealed for its place already. */
export interface CorrectPerson {
  readonly type: 'CorrectPerson';
  readonly field: 'name' | 'phone' | 'address';
  readonly sealed: string;
}

export type PersonCommand = RegisterPerson | CorrectPerson;

export interface PersonRegistered extends Details, Identity {
  readonly type: 'PersonRegistered';
  readonly personId: string;
  readonly district: string;
  readonly at: Date;
}

/** With a new number, when the document was replaced. */
export interface PersonChanged extends Details, Partial<Pick<Identity, 'idIndex'>> {
  readonly type: 'PersonChanged';
  readonly personId: string;
  readonly district: string;
  readonly at: Date;
}

export type PersonEvent = PersonRegistered | PersonChanged;

function register(command: RegisterPerson, state: PersonState, at: Date): readonly PersonEvent[] | Refusal {
  const { personId, sealed, idIndex, idKind, birthDate, communityCode } = command;
  if (!isCommunityCode(communityCode))
    return { refused: 'community-unknown', detail: 'A community code has 12 digits.', pointer: '/communityCode' };
  const district = districtOf(communityCode);
  if (state.status === 'unknown')
    return [
      {
        ...{ type: 'PersonRegistered', personId, sealed, idIndex, birthDate, communityCode, district, at },
        ...(idKind && { idKind }),
      },
    ];

  const isReplaced = command.isReplaceable === true && state.idKind === idKind;
  if ((state.idIndex !== idIndex && !isReplaced) || state.birthDate !== birthDate)
    return {
      refused: 'id-number-differs',
      detail: 'This resident is registered with another ID number: check the number, or register a new resident.',
      pointer: '/idNumber',
    };
  if (state.communityCode === communityCode && isSame(state.sealed, sealed)) return [];
  const changed = { type: 'PersonChanged', personId, sealed, communityCode, district, at } as const;
  return [state.idIndex === idIndex ? changed : { ...changed, idIndex }];
}

function correct(
  { field, sealed: value }: CorrectPerson,
  state: PersonState,
  at: Date,
): readonly PersonEvent[] | Refusal {
  if (state.status === 'unknown')
    return { refused: 'resident-not-found', detail: 'There is no resident with this id: register them first.' };
  const { personId, communityCode, district } = state;
  const sealed = { ...state.sealed, [field]: value };
  return [{ type: 'PersonChanged', personId, sealed, communityCode, district, at }];
}

const isSame = (one: Sealed, other: Sealed): boolean =>
  one.name === other.name &&
  one.idNumber === other.idNumber &&
  one.phone === other.phone &&
  one.address === other.address;

/**
 * One resident. Registering again changes name, phone, address and community, never who it is: another number is
 * refused, but for documents that are replaced. The same sealed values again change nothing.
 */
export const person: Decider<PersonState, PersonCommand, PersonEvent> = {
  initial: (personId) => ({ status: 'unknown', personId }),

  decide: (command, state, at) =>
    command.type === 'CorrectPerson' ? correct(command, state, at) : register(command, state, at),

  evolve(state, event) {
    switch (event.type) {
      case 'PersonRegistered': {
        const { personId, sealed, idIndex, idKind, birthDate, communityCode, district, at } = event;
        return {
          status: 'registered',
          personId,
          sealed,
          idIndex,
          ...(idKind && { idKind }),
          birthDate,
          communityCode,
          district,
          registeredAt: at,
        };
      }
      case 'PersonChanged': {
        if (state.status === 'unknown') return state;
        const { sealed, communityCode, district, idIndex = state.idIndex } = event;
        return { ...state, sealed, communityCode, district, idIndex };
      }
    }
  },
};
