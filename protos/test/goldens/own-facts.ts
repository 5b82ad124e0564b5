import { applications, elderly_care, employment, permits, residents, social_assistance } from '@lianban/protos';
import { golden } from './golden';

const applicationNumber = 'LB-310115-20260302-000042';
const at = new Date('2026-03-02T01:30:00.250Z');
const later = new Date('2026-03-09T15:59:59.999Z');

export const saidOfApplications = [
  golden(
    applications.v1.ApplicationSubmitted,
    {
      applicationNumber,
      package: 'elderly-parent-care',
      packageVersion: 1,
      residentId: 'r-0042',
      district: '310115',
      submittedAt: at,
    },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321213656c6465726c792d706172656e742d636172651801
    2206722d303034322a06333130313135320b0898d093cd061080e59a77
    `,
  ),
  golden(
    applications.v1.ApplicationSubmitted,
    {
      applicationNumber,
      package: 'elderly-parent-care',
      packageVersion: 1,
      residentId: 'r-0042',
      district: '310115',
      submittedAt: at,
      agentId: 'r-0043',
    },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321213656c6465726c792d706172656e742d636172651801
    2206722d303034322a06333130313135320b0898d093cd061080e59a773a06722d30303433
    `,
  ),
  golden(
    applications.v1.ApplicationEnded,
    { applicationNumber, ending: 'partly-granted', endedAt: later },
    `
    0a194c422d3331303131352d32303236303330322d303030303432120e706172746c792d6772616e7465641a0c08ffdcbbcd
    0610c08faedc03
    `,
  ),
  golden(
    applications.v1.StepNeedsOperator,
    { applicationNumber, step: 'licence', reason: 'limit-passed', at },
    `
    0a194c422d3331303131352d32303236303330322d30303030343212076c6963656e63651a0c6c696d69742d706173736564
    220b0898d093cd061080e59a77
    `,
  ),
];

export const saidByResidents = [
  golden(
    residents.v1.ResidentRegistered,
    { residentId: 'r-0042', district: '310115', registeredAt: at },
    `0a06722d3030343212063331303131351a0b0898d093cd061080e59a77`,
  ),
  golden(
    residents.v1.HouseholdChanged,
    { householdId: 'h-0007', persons: 3, changedAt: at },
    `0a06682d3030303710031a0b0898d093cd061080e59a77`,
  ),
  golden(
    residents.v1.BookPageSealed,
    { number: 17, reads: 500, hash: '9f'.repeat(32), previousHash: '03'.repeat(32), sealedAt: at },
    `
    081110f4031a4039663966396639663966396639663966396639663966396639663966396639663966396639663966396639
    6639663966396639663966396639663966396639662240303330333033303330333033303330333033303330333033303330
    333033303330333033303330333033303330333033303330333033303330333033303330332a0b0898d093cd061080e59a77
    `,
  ),
];

export const saidByEmployment = [
  golden(
    employment.v1.TrainingSeatReserved,
    { applicationNumber, course: 'start-up-2026-03', seat: 12, reservedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d303030303432121073746172742d75702d323032362d3033180c220b08
    98d093cd061080e59a77
    `,
  ),
  golden(
    employment.v1.TrainingSeatWaitlisted,
    { applicationNumber, course: 'start-up-2026-03', place: 1, waitlistedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d303030303432121073746172742d75702d323032362d30331801220b08
    98d093cd061080e59a77
    `,
  ),
  golden(
    employment.v1.UnemploymentRegistered,
    { applicationNumber, registrationNumber: 'UR-2026-000001', hardToEmploy: true, registeredAt: at },
    `
    0a194c422d3331303131352d32303236303330322d303030303432120e55522d323032362d3030303030311801220b0898d0
    93cd061080e59a77
    `,
  ),
];

export const saidBySocialAssistance = [
  golden(
    social_assistance.v1.PublicNoticeOpened,
    { applicationNumber, openedAt: at, closesAt: later },
    `
    0a194c422d3331303131352d32303236303330322d303030303432120b0898d093cd061080e59a771a0c08ffdcbbcd0610c0
    8faedc03
    `,
  ),
  golden(
    social_assistance.v1.AssistanceGranted,
    { applicationNumber, kind: 'dibao', amountCents: 5_000_000_000, persons: 3, grantedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321205646962616f1880e497d01220032a0b0898d093cd06
    1080e59a77
    `,
  ),
];

export const saidByElderlyCare = [
  golden(
    elderly_care.v1.AbilityAssessed,
    { applicationNumber, level: 3, score: 41, assessedAt: at },
    `0a194c422d3331303131352d32303236303330322d30303030343210031829220b0898d093cd061080e59a77`,
  ),
  golden(
    elderly_care.v1.CareAllowanceGranted,
    { applicationNumber, amountCents: 60_000, grantedAt: at },
    `0a194c422d3331303131352d32303236303330322d30303030343210e0d4031a0b0898d093cd061080e59a77`,
  ),
];

export const saidByPermits = [
  golden(
    permits.v1.PermitIssued,
    { applicationNumber, item: 'food-business-licence', permitNumber: 'FB-2026-000001', issuedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321215666f6f642d627573696e6573732d6c6963656e6365
    1a0e46422d323032362d303030303031220b0898d093cd061080e59a77
    `,
  ),
  golden(
    permits.v1.PermitRevoked,
    { applicationNumber, permitNumber: 'FB-2026-000001', revokedAt: later },
    `
    0a194c422d3331303131352d32303236303330322d303030303432120e46422d323032362d3030303030311a0c08ffdcbbcd
    0610c08faedc03
    `,
  ),
];
