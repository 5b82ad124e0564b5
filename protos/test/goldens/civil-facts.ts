import { health, public_security } from '@lianban/protos';
import { golden } from './golden';

const applicationNumber = 'LB-310115-20260302-000042';
const at = new Date('2026-03-02T01:30:00.250Z');

export const saidByHealth = [
  golden(
    health.v1.BirthCertified,
    { applicationNumber, certificateNumber: 'BC-2026-000001', district: '310115', certifiedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d303030303432120e42432d323032362d3030303030311a063331303131
    35220b0898d093cd061080e59a77
    `,
  ),
  golden(
    health.v1.ChildcareSubsidyConfirmed,
    { applicationNumber, childId: 'r-0044', amountCents: 360_000, confirmedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321206722d3030343418c0fc15220b0898d093cd061080e5
    9a77
    `,
  ),
];

export const saidByPublicSecurity = [
  golden(
    public_security.v1.BirthRegistered,
    { applicationNumber, childId: 'r-0044', district: '310115', registeredAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321206722d303034341a06333130313135220b0898d093cd
    061080e59a77
    `,
  ),
  golden(
    public_security.v1.DeathRegistered,
    { applicationNumber, residentId: 'r-0042', diedOn: '2026-02-20', district: '310115', registeredAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321206722d303034321a0a323032362d30322d3230220633
    31303131352a0b0898d093cd061080e59a77
    `,
  ),
  golden(
    public_security.v1.DeathCorrected,
    { applicationNumber, residentId: 'r-0042', diedOn: '2026-02-21', correctedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321206722d303034321a0a323032362d30322d3231220b08
    98d093cd061080e59a77
    `,
  ),
  golden(
    public_security.v1.ResidencePermitIssued,
    { applicationNumber, permitNumber: 'RP-2026-000001', signUntil: '2027-03-01', issuedAt: at },
    `
    0a194c422d3331303131352d32303236303330322d303030303432120e52502d323032362d3030303030311a0a323032372d
    30332d3031220b0898d093cd061080e59a77
    `,
  ),
  golden(
    public_security.v1.RegisterMoved,
    { applicationNumber, residentId: 'r-0042', movedAt: at },
    `0a194c422d3331303131352d32303236303330322d3030303034321206722d303034321a0b0898d093cd061080e59a77`,
  ),
];
