import { social_security, social_welfare } from '@lianban/protos';
import { golden } from './golden';

const whose = { applicationNumber: 'LB-310115-20260302-000042', residentId: 'r-0042' };
const at = new Date('2026-03-02T01:30:00.250Z');

export const saidBySocialSecurity = [
  golden(
    social_security.v1.Enrolled,
    { ...whose, amountCents: 72_000, enrolledAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321206722d3030343218c0b204220b0898d093cd061080e5
    9a77
    `,
  ),
  golden(
    social_security.v1.UnemploymentBenefitStarted,
    { ...whose, amountCents: 168_000, from: '2026-03', months: 14, decidedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321206722d3030343218c0a00a2207323032362d3033280e
    320b0898d093cd061080e59a77
    `,
  ),
  golden(
    social_security.v1.PensionStarted,
    { ...whose, from: '2026-05', decidedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321206722d303034321a07323032362d3035220b0898d093
    cd061080e59a77
    `,
  ),
  golden(
    social_security.v1.SurvivorBenefitPaid,
    { ...whose, amountCents: 5_131_200, decidedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321206722d3030343218c097b902220b0898d093cd061080
    e59a77
    `,
  ),
];

export const saidBySocialWelfare = [
  golden(
    social_welfare.v1.DisabilityCertified,
    { ...whose, validUntil: '2036-03-01', certifiedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321206722d303034321a0a323033362d30332d3031220b08
    98d093cd061080e59a77
    `,
  ),
  golden(
    social_welfare.v1.AllowanceStarted,
    { ...whose, item: 'age-allowance', amountCents: 10_000, from: '2026-04', decidedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321206722d303034321a0d6167652d616c6c6f77616e6365
    20904e2a07323032362d3034320b0898d093cd061080e59a77
    `,
  ),
];
