import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import { isOfCity, textOf, verdictOf } from '@lianban/rules';

/**
 * Item birth-service-registration 生育登记 (人口与计划生育法 art. 18): on the spot, where either spouse is registered or holds a
 * residence permit (Henan). How many children somebody has is not asked. Facts { slipNumber }.
 */
export const birthService: ItemRules = { code: 'birth-service-registration', rule };

function rule({ request }: Evidence): Verdict {
  const { district, answers, applicationNumber } = request;
  const isHere = isOfCity(district) || ['registered', 'residence-permit'].includes(textOf(answers, 'spouseHere'));
  return verdictOf([{ code: 'either-spouse-here', version: '2021', met: isHere, reason: 'neither-spouse-here' }], {
    slipNumber: `BS-${applicationNumber}`,
  });
}
