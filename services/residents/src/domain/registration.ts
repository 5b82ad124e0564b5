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

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-?\d{7,8}$/;
const LONGEST_NAME = 100;
const LONGEST_ADDRESS = 200;

/** Every wrong field of a registration at once; an empty list when all is well. */
export function checkRegistration(registration: Registration, today: Date): readonly WrongField[] {
  const { name, idNumber, phone, address, communityCode } = registration;
  const wrong: WrongField[] = [];
  if (!isText(name, LONGEST_NAME)) wrong.push({ field: 'name', problem: `must have 1 to ${LONGEST_NAME} characters` });
  const id = readIdNumber(idNumber, today);
  if ('refused' in id) wrong.push({ field: 'idNumber', problem: id.detail });
  if (!MOBILE.test(phone) && !LANDLINE.test(phone))
    wrong.push({ field: 'phone', problem: 'must be a mobile number of 11 digits or a landline with its area code' });
  if (!isText(address, LONGEST_ADDRESS))
    wrong.push({ field: 'address', problem: `must have 1 to ${LONGEST_ADDRESS} characters` });
  if (!isCommunityCode(communityCode)) wrong.push({ field: 'communityCode', problem: 'must be 12 digits' });
  return wrong;
}

const isText = (text: string, longest: number): boolean => text.trim() !== '' && text.length <= longest;
