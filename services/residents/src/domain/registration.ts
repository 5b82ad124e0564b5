import { cleaned, nameIn, phoneIn } from '@lianban/input';
import { isCommunityCode } from './community-code';
import { readIdNumber } from './id-number';

/** What somebody is registered with. Plain text only ever passes through here; documents hold it sealed. */
export interface Registration {
  readonly name: string;
  readonly idNumber: string;
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

/** The form in which it is stored, and every wrong field at once: none when all is well. */
export function readRegistration(
  typed: Registration,
  today: Date,
): { readonly registration: Registration; readonly wrong: readonly WrongField[] } {
  const { idNumber, communityCode } = typed;
  const [name, phone, address] = [nameIn(typed.name), phoneIn(typed.phone), cleaned(typed.address)];
  const wrong: WrongField[] = [];
  if (name === undefined) wrong.push({ field: 'name', problem: `must have 1 to ${LONGEST_NAME} characters` });
  const id = readIdNumber(idNumber, today);
  if ('refused' in id) wrong.push({ field: 'idNumber', problem: id.detail });
  if (phone === undefined)
    wrong.push({ field: 'phone', problem: 'must be a mobile number of 11 digits or a landline with its area code' });
  if (address === '' || address.length > LONGEST_ADDRESS)
    wrong.push({ field: 'address', problem: `must have 1 to ${LONGEST_ADDRESS} characters` });
  if (!isCommunityCode(communityCode)) wrong.push({ field: 'communityCode', problem: 'must be 12 digits' });
  return { wrong, registration: { name: name ?? '', idNumber, phone: phone ?? '', address, communityCode } };
}
