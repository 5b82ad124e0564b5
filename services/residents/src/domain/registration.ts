import { cleaned, dayIn, nameIn, phoneIn, shanghaiDay } from '@lianban/input';
import { isCommunityCode } from './community-code';
import { type Identity, readIdentity } from './identity';

/** What somebody is registered with. Plain text only ever passes through here; documents hold it sealed. */
export interface Registration {
  readonly name: string;
  /** An identity card unless said. */
  readonly idKind?: string | undefined;
  readonly idNumber: string;
  /** YYYY-MM-DD; needed when the number does not say it. */
  readonly birthDate?: string | undefined;
  readonly phone: string;
  readonly address: string;
  readonly communityCode: string;
}

export interface WrongField {
  readonly field: keyof Registration;
  /** Says what is wrong without repeating what was typed. */
  readonly problem: string;
}

const LONGEST_NAME = 100;
const LONGEST_ADDRESS = 200;

/** What was read of it, in the form in which it is stored. */
export interface Read {
  readonly registration: Registration;
  readonly wrong: readonly WrongField[];
  /** Absent when the number is wrong. */
  readonly identity?: Identity & { readonly birthDate: string };
}

/** The form in which it is stored, and every wrong field at once: none when all is well. */
export function readRegistration(typed: Registration, today: Date): Read {
  const { idKind, idNumber, communityCode } = typed;
  const [name, phone, address] = [nameIn(typed.name), phoneIn(typed.phone), cleaned(typed.address)];
  const wrong: WrongField[] = [];
  if (name === undefined) wrong.push({ field: 'name', problem: `must have 1 to ${LONGEST_NAME} characters` });
  const id = readIdentity(idKind, idNumber, today);
  const birthDate = bornOn(id, typed.birthDate, today);
  if ('refused' in id) wrong.push({ field: id.pointer === '/idKind' ? 'idKind' : 'idNumber', problem: id.detail });
  else if (birthDate === undefined)
    wrong.push({ field: 'birthDate', problem: 'must be the real day of birth, YYYY-MM-DD, as on the document' });
  if (phone === undefined)
    wrong.push({ field: 'phone', problem: 'must be a mobile number of 11 digits or a landline with its area code' });
  if (address === '' || address.length > LONGEST_ADDRESS)
    wrong.push({ field: 'address', problem: `must have 1 to ${LONGEST_ADDRESS} characters` });
  if (!isCommunityCode(communityCode)) wrong.push({ field: 'communityCode', problem: 'must be 12 digits' });
  const registration = { ...typed, name: name ?? '', phone: phone ?? '', address };
  return 'refused' in id || birthDate === undefined
    ? { registration, wrong }
    : { registration, wrong, identity: { ...id, birthDate } };
}

/** By the number where it says so; what is typed beside it must then be the same. */
function bornOn(id: ReturnType<typeof readIdentity>, typed: string | undefined, today: Date): string | undefined {
  const day = typed === undefined ? undefined : dayIn(typed);
  if ('refused' in id) return undefined;
  if (id.birthDate !== undefined) return typed === undefined || day === id.birthDate ? id.birthDate : undefined;
  return day !== undefined && day <= shanghaiDay(today) ? day : undefined;
}
