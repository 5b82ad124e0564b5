import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import { verdictOf } from '@lianban/rules';

/**
 * Item social-security-card 社会保障卡 (社会保险法 art. 58; 经办条例 art. 9): for everybody, from birth on; a guardian applies for a child. With
 * it comes the electronic card. Facts { cardNumber }; the card is cancelled when a package is undone.
 */
export const socialSecurityCard: ItemRules = { code: 'social-security-card', rule };

function rule({ request: { applicationNumber } }: Evidence): Verdict {
  return verdictOf([{ code: 'card-for-everybody', version: '2023', met: true }], {
    cardNumber: `SC-${applicationNumber}`,
  });
}
