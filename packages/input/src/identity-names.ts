import type { IdentityKind } from './identity-number';

/** What identity documents are called on pages. */
export const identityNames: Readonly<Record<IdentityKind, { readonly zh: string; readonly en: string }>> = {
  'identity-card': { zh: '居民身份证', en: 'Resident identity card' },
  'hk-macao-taiwan-residence-permit': {
    zh: '港澳台居民居住证',
    en: 'Residence permit for Hong Kong, Macao and Taiwan residents',
  },
  'permanent-residence-card': { zh: '外国人永久居留身份证', en: 'Foreign permanent resident ID card' },
  'hk-macao-travel-permit': {
    zh: '港澳居民来往内地通行证',
    en: 'Mainland travel permit for Hong Kong and Macao residents',
  },
  'taiwan-travel-permit': { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit for Taiwan residents' },
  passport: { zh: '护照', en: 'Passport' },
};
