import { casework } from '@lianban/protos';
import { golden } from './golden';
import { at, ref } from './step';

const { v1 } = casework;

/** As limits are read that were said before they could be provisional. */
const certain = { promisedProvisional: false, statutoryProvisional: false };
/** As grounds are read that were said before they had codes. */
const uncoded = { code: '', facts: {} };

const inDecember = new Date('2026-12-22T01:30:00.000Z');
const nextYear = new Date('2027-01-18T15:59:59.999Z');
const provisional = {
  promisedAt: nextYear,
  statutoryAt: nextYear,
  promisedProvisional: true,
  statutoryProvisional: true,
};

export const saidByDepartments = [
  golden(
    v1.StepAccepted,
    {
      ref,
      acceptedAt: at('02T01:30:01.000'),
      promisedAt: at('09T15:59:59.999'),
      statutoryAt: at('30T15:59:59.999'),
    },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d69747312060899d093cd061a0c08ffdcbbcd0610c08faedc
    03220c08ffbbaace0610c08faedc03
    `,
  ),
  golden(
    v1.StepAccepted,
    {
      ref,
      acceptedAt: at('02T01:30:01.000'),
      promisedAt: at('09T15:59:59.999'),
      statutoryAt: at('30T15:59:59.999'),
      deemed: true,
    },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d69747312060899d093cd061a0c08ffdcbbcd0610c08faedc
    03220c08ffbbaace0610c08faedc032801
    `,
  ),
  golden(
    v1.SupplementRequested,
    {
      ref,
      missing: [{ code: 'plan', note: 'A plan of the works.' }],
      requestedAt: at('03T03:00:00.000'),
      answerBy: at('31T15:59:59.999'),
    },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d697473121c0a04706c616e12144120706c616e206f662074
    686520776f726b732e1a0608b09d99cd06220c08ffdeafce0610c08faedc03
    `,
  ),
  golden(
    v1.ClockPaused,
    { ref, reason: 'public-notice', pausedAt: at('03T03:00:00.000'), until: at('10T15:59:59.999') },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d697473120d7075626c69632d6e6f746963651a0608b09d99
    cd06220c08ffffc0cd0610c08faedc03
    `,
  ),
  golden(
    v1.ClockResumed,
    {
      ref,
      resumedAt: at('11T00:00:00.000'),
      promisedAt: at('17T15:59:59.999'),
      statutoryAt: at('31T15:59:59.999'),
    },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d69747312060880e1c2cd061a0c08fff4e5cd0610c08faedc
    03220c08ffdeafce0610c08faedc03
    `,
  ),
  golden(
    v1.ClockExtended,
    {
      ref,
      days: 10,
      reason: 'expert-review',
      extendedAt: at('16T00:00:00.000'),
      promisedAt: at('30T15:59:59.999'),
      statutoryAt: at('31T15:59:59.999'),
    },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d697473100a1a0d6578706572742d72657669657722060880
    90ddcd062a0c08ffbbaace0610c08faedc03320c08ffdeafce0610c08faedc03
    `,
  ),
  golden(
    v1.StepDecided,
    {
      ref,
      outcome: v1.Outcome.GRANTED,
      reason: 'conditions-met',
      facts: { permitNumber: 'HA-2026-000007', amountCents: 123_400, grades: [1, 2], pending: false },
      grounds: [
        { rule: 'home-adaptation', version: '2026-01', explanation: 'The home is the owner’s.', met: true, ...uncoded },
      ],
      decidedBy: v1.DecidedBy.OFFICER,
      decidedAt: at('09T07:45:30.125'),
    },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d69747310011a0e636f6e646974696f6e732d6d6574226f0a
    200a0c7065726d69744e756d62657212101a0e48412d323032362d3030303030370a180a0b616d6f756e7443656e74731209
    11000000008020fe400a220a06677261646573121832160a0911000000000000f03f0a091100000000000000400a0d0a0770
    656e64696e67120220002a380a0f686f6d652d61646170746174696f6e1207323032362d30311a1a54686520686f6d652069
    7320746865206f776e6572e28099732e200130023a0b089af5b9cd0610c0b2cd3b
    `,
  ),
  golden(
    v1.StepDecided,
    {
      ref,
      outcome: v1.Outcome.REFUSED,
      reason: 'no-consent',
      decidedBy: v1.DecidedBy.RULE,
      decidedAt: at('02T01:30:01.000'),
      acceptance: {
        acceptedAt: at('02T01:30:01.000'),
        promisedAt: at('09T15:59:59.999'),
        statutoryAt: at('30T15:59:59.999'),
        ...certain,
      },
    },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d69747310021a0a6e6f2d636f6e73656e7430013a060899d0
    93cd0642240a060899d093cd06120c08ffdcbbcd0610c08faedc031a0c08ffbbaace0610c08faedc03
    `,
  ),
  golden(
    v1.StepDecided,
    {
      ref: {
        applicationNumber: 'LB20260302000001',
        step: 'relief',
        item: 'temporary-relief',
        department: 'social-assistance',
      },
      outcome: v1.Outcome.REFUSED,
      reason: 'savings-above-limit',
      grounds: [
        {
          rule: '社会救助暂行办法 art. 47',
          version: 'demo-2026',
          explanation: 'Savings per head must be below 24 monthly lines.',
          met: false,
          code: 'savings-below',
          facts: { lines: '24' },
        },
      ],
      decidedBy: v1.DecidedBy.RULE,
      decidedAt: at('02T01:30:01.000'),
    },
    `
    0a3f0a104c423230323630333032303030303031120672656c6965661a1074656d706f726172792d72656c6965662211736f
    6369616c2d617373697374616e636510021a13736176696e67732d61626f76652d6c696d69742a7b0a20e7a4bee4bc9ae695
    91e58aa9e69a82e8a18ce58a9ee6b395206172742e203437120964656d6f2d323032361a30536176696e6773207065722068
    656164206d7573742062652062656c6f77203234206d6f6e74686c79206c696e65732e2a0d736176696e67732d62656c6f77
    320b0a056c696e65731202323430013a060899d093cd06
    `,
  ),
  golden(
    v1.ObjectionDismissed,
    { ref, objection: 'objection-1', reason: 'no-notice-open', dismissedAt: at('11T02:15:01.000') },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d697473120b6f626a656374696f6e2d311a0e6e6f2d6e6f74
    6963652d6f70656e220608a5a0c3cd06
    `,
  ),
  golden(
    v1.StepCorrected,
    {
      ref,
      was: v1.Outcome.REFUSED,
      outcome: v1.Outcome.GRANTED,
      reason: 'conditions-met',
      facts: { amountCents: 123_400 },
      grounds: [
        {
          rule: 'home-adaptation',
          version: '2026-01',
          explanation: 'The home is the owner’s.',
          met: true,
          code: 'home-owned',
          facts: { owner: 'self' },
        },
      ],
      error: 'facts-wrong',
      correctedAt: at('10T07:45:30.125'),
      number: 1,
    },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d69747310021801220e636f6e646974696f6e732d6d65742a
    1a0a180a0b616d6f756e7443656e7473120911000000008020fe4032530a0f686f6d652d61646170746174696f6e12073230
    32362d30311a1a54686520686f6d6520697320746865206f776e6572e28099732e20012a0a686f6d652d6f776e6564320d0a
    056f776e6572120473656c663a0b66616374732d77726f6e67420b089a98bfcd0610c0b2cd3b4801
    `,
  ),
  golden(
    v1.StepCancelled,
    { ref, cancelledAt: at('12T06:00:02.000') },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d697473120608e2acc9cd06
    `,
  ),
  golden(
    v1.StepCompensated,
    { ref, compensatedAt: at('12T06:00:03.000') },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d697473120608e3acc9cd06
    `,
  ),
  // Since limits may be provisional.
  golden(
    v1.StepAccepted,
    { ref, acceptedAt: inDecember, ...provisional },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d69747312060898a5a7d9061a0c08ffedb8da0610c08faedc
    03220c08ffedb8da0610c08faedc0338014001
    `,
  ),
  golden(
    v1.LimitsSet,
    { ref, setAt: inDecember, ...provisional },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d69747312060898a5a7d9061a0c08ffedb8da0610c08faedc
    03220c08ffedb8da0610c08faedc0328013001
    `,
  ),
  golden(
    v1.ClockResumed,
    { ref, resumedAt: inDecember, ...provisional },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d69747312060898a5a7d9061a0c08ffedb8da0610c08faedc
    03220c08ffedb8da0610c08faedc0328013001
    `,
  ),
  golden(
    v1.ClockExtended,
    { ref, days: 10, reason: 'expert-review', extendedAt: inDecember, ...provisional },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d697473100a1a0d6578706572742d72657669657722060898
    a5a7d9062a0c08ffedb8da0610c08faedc03320c08ffedb8da0610c08faedc0338014001
    `,
  ),
  golden(
    v1.StepDecided,
    { ref, decidedAt: inDecember, acceptance: { acceptedAt: inDecember, ...provisional } },
    `
    0a4d0a194c422d3331303131352d32303236303330322d303030303432120f686f6d652d61646170746174696f6e1a16686f
    6d652d61646170746174696f6e2d7065726d697422077065726d6974733a060898a5a7d90642280a060898a5a7d906120c08
    ffedb8da0610c08faedc031a0c08ffedb8da0610c08faedc0320012801
    `,
  ),
];
