import type { DeskTexts } from '../i18n/zh';

const purposes: Readonly<Record<string, keyof DeskTexts>> = {
  'case-handling': 'purposeHandling',
  'whole-application': 'purposeWhole',
  'counter-intake': 'purposeCounter',
  'mandate-confirmation': 'purposeMandate',
  'check-identity': 'purposeIdentity',
  'fill-in-certificate': 'purposeCertificate',
  'check-with-other-system': 'purposeExchange',
};

/** What somebody looked for; a service looks for an item, whose code it is. */
export const purposeWords = (
  purpose: string,
  t: (key: keyof DeskTexts) => string,
  itemName: (code: string) => string,
): string => {
  const key = Object.hasOwn(purposes, purpose) ? purposes[purpose] : undefined;
  return key ? t(key) : itemName(purpose);
};
