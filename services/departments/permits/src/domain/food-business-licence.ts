import type { ItemRules } from '@lianban/casework';
import { permitItem } from './permit-item';

/**
 * Item food-business-licence 食品经营许可: premises of their own, laid out so that raw and cooked food do not meet (食品安全法
 * art. 33), and staff with health certificates (art. 45). Whether layout and certificates are good, an inspection says.
 */
export const foodBusinessLicence: ItemRules = permitItem({
  code: 'food-business-licence',
  prefix: 'FB',
  version: '2021',
  conditions: [
    { code: 'own-premises', reason: 'no-premises', holds: ({ answers }) => Number(answers.premisesArea) > 0 },
  ],
});
