import type { Item } from '@lianban/casework';
import { permitItem } from './permit-item';

/**
 * Item food-business-licence 食品经营许可: premises of their own, laid out so that raw and cooked food do not meet (食品安全法
 * art. 33), and staff with health certificates (art. 45). Whether layout and certificates are good, an inspection says.
 */
export const foodBusinessLicence: Item = permitItem({
  code: 'food-business-licence',
  version: '2021',
  materials: [
    { code: 'health-certificates', note: 'Health certificates 健康证明 of everybody who touches food.' },
    { code: 'hygiene-layout', note: 'A drawing of the premises with equipment and ways 布局流程图.' },
  ],
  answers: [{ code: 'premisesArea', type: 'number', note: 'Area of the premises in square metres.' }],
  conditions: [
    {
      reason: 'no-premises',
      code: 'own-premises',
      rule: '食品安全法 art. 33',
      explanation: 'The business must have premises of its own: their area is above 0 square metres.',
      holds: ({ answers }) => Number(answers.premisesArea) > 0,
    },
  ],
});
