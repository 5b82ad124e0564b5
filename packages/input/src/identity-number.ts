import { checkCharacter, idNumberIn } from './id-number';
import { cleaned } from './cleaned';

/** Identity documents 身份证件 by which the register knows people. */
export const identityKinds = [
  'identity-card',
  'hk-macao-taiwan-residence-permit',
  'permanent-residence-card',
  'hk-macao-travel-permit',
  'taiwan-travel-permit',
  'passport',
] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** The first characters say which of the three cards with 18 characters it is; of an identity card they are an area. */
const eighteen: Partial<Record<IdentityKind, RegExp>> = {
  'identity-card': /^/,
  // 国办发〔2018〕81号: 810000, 820000 and 830000 stand for the area.
  'hk-macao-taiwan-residence-permit': /^8[123]0000/,
  // The form of December 2023 and later.
  'permanent-residence-card': /^9/,
};

/** Numbers that have no check character: their form is all that can be looked at. From memory of the field, of December 2026. */
const others: Partial<Record<IdentityKind, RegExp>> = {
  // The form before: three letters of the country, twelve digits.
  'permanent-residence-card': /^[A-Z]{3}\d{12}$/,
  // Two digits more count how often it was issued.
  'hk-macao-travel-permit': /^[HM]\d{8}(\d{2})?$/,
  'taiwan-travel-permit': /^\d{8}$/,
  passport: /^(?=.*\d)[A-Z\d]{5,15}$/,
};

/** A number in the one form in which it is stored, and whether it says when its holder was born. */
export interface IdentityNumber {
  readonly kind: IdentityKind;
  readonly text: string;
  /** 18 characters by GB 11643: with date of birth and sex, and never replaced by another. */
  readonly isLifelong: boolean;
}

/** The number of an identity document as people write it; undefined when it has not the form of its kind. */
export function identityNumberIn(kind: IdentityKind, typed: string): IdentityNumber | undefined {
  const form = eighteen[kind];
  const citizens = form && idNumberIn(typed);
  if (citizens !== undefined && form!.test(citizens) && checkCharacter(citizens) === citizens[17])
    return { kind, text: citizens, isLifelong: true };
  const text = cleaned(typed)
    .replace(/[\s\p{Dash_Punctuation}_]/gu, '')
    .toUpperCase();
  return others[kind]?.test(text) ? { kind, text, isLifelong: false } : undefined;
}

export const isIdentityKind = (text: string): text is IdentityKind =>
  (identityKinds as readonly string[]).includes(text);
