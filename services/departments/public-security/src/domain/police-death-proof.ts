import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import { verdictOf } from '@lianban/rules';

/**
 * Item police-death-proof 非正常死亡证明 (河南省户口登记规范 art. 74): where a death was not natural, the police prove it once they have
 * examined it. Findings { examination }. Facts { deathCertificateNumber }; never compensated.
 */
export const policeDeathProof: ItemRules = { code: 'police-death-proof', completeOnly: true, rule };

function rule({ request: { applicationNumber }, findings }: Evidence): Verdict {
  const met = findings['examination'] === 'finished';
  return verdictOf([{ code: 'death-examined', version: 'henan', met, reason: 'examination-open' }], {
    deathCertificateNumber: `PP-${applicationNumber}`,
  });
}
