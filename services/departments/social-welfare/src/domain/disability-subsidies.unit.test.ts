import { ruled } from '../../test/given';

const found = { grade: 1, householdStatus: 'dibao', nursingFeeDrawn: false };
const living = (more: object = {}, on = '2026-03-02') =>
  ruled('disability-living-subsidy', { on, findings: { ...found, childSupportDrawn: false, ...more } });
const nursing = (more: object = {}) =>
  ruled('disability-nursing-subsidy', { findings: { ...found, needsCare: true, ...more } });

const centsOf = (ruling: ReturnType<typeof ruled>): number =>
  'outcome' in ruling && ruling.outcome === 'granted' ? Number(ruling.facts.amountCents) : 0;

// 国发〔2015〕52号; Zhengzhou 2016: living 120, nursing 100 yuan a month.
test.each([
  ['dibao, grade 1', {}, 220],
  ['dibao, grade 3', { grade: 3 }, 120],
  ['grade 2 alone', { grade: 2, householdStatus: 'none' }, 100],
  ['tekun', { householdStatus: 'tekun' }, 0],
  ['a child on full support, grade 2', { grade: 2, childSupportDrawn: true }, 100],
])('%s: %d yuan in all', (_, more, yuan) => {
  const { childSupportDrawn = false, ...both } = more as { childSupportDrawn?: boolean };
  expect(centsOf(living({ ...both, childSupportDrawn })) + centsOf(nursing(both))).toBe(yuan * 100);
});

test('paid from the month of the application on', () => {
  expect(living({}, '2026-03-31')).toMatchObject({ facts: { amountCents: 12_000, from: '2026-03' } });
});

test.each([
  ['no-certificate', { grade: 0 }],
  ['not-dibao', { householdStatus: 'none' }],
  ['tekun', { householdStatus: 'tekun' }],
  ['nursing-fee-drawn', { nursingFeeDrawn: true }],
  ['child-support-drawn', { childSupportDrawn: true }],
])('no living subsidy: %s', (reason, more) => {
  expect(living(more)).toMatchObject({ outcome: 'refused', reason });
});

test.each([
  ['no-certificate', { grade: 0 }],
  ['grade-below-two', { grade: 3 }],
  ['tekun', { householdStatus: 'tekun' }],
  ['nursing-fee-drawn', { nursingFeeDrawn: true }],
  ['no-care-needed', { needsCare: false }],
  ['higher-allowance-drawn', { elderNursingCents: 10_000 }],
])('no nursing subsidy: %s', (reason, more) => {
  expect(nursing(more)).toMatchObject({ outcome: 'refused', reason });
});

test('a lower nursing allowance for the aged hinders nothing', () => {
  expect(nursing({ elderNursingCents: 9_999 })).toMatchObject({ outcome: 'granted' });
});

test('an officer writes down first what was found', () => {
  expect(living({ householdStatus: '' })).toMatchObject({ pointer: '/findings/householdStatus' });
});

describe('what departments know goes before what an officer wrote', () => {
  const told = (disability: object, status: object) =>
    ruled('disability-living-subsidy', {
      findings: { ...found, grade: 0, householdStatus: 'none', childSupportDrawn: false },
      known: { disability, status },
    });
  const held = { grade: 3, validUntil: '2026-03-02' };

  test('a certificate and dibao', () => {
    expect(told(held, { householdStatus: 'dibao' })).toMatchObject({ outcome: 'granted' });
  });

  test('a certificate that has run out is none; support of another kind is not dibao', () => {
    const dibao = { householdStatus: 'dibao' };
    expect(told({ ...held, validUntil: '2026-03-01' }, dibao)).toMatchObject({ reason: 'no-certificate' });
    expect(told(held, { householdStatus: 'tekun' })).toMatchObject({ reason: 'tekun' });
    expect(told(held, { householdStatus: 'edge' })).toMatchObject({ reason: 'not-dibao' });
    expect(told(held, { householdStatus: '' })).toMatchObject({ reason: 'not-dibao' });
  });
});

test('where neither has an answer the officer’s findings stand in', () => {
  const silent = { available: false, reason: 'department-did-not-answer' };
  const known = { disability: silent, status: silent };
  const findings = { ...found, childSupportDrawn: false };
  expect(ruled('disability-living-subsidy', { known, findings })).toMatchObject({ outcome: 'granted' });
  expect(ruled('disability-living-subsidy', { known, findings: { ...findings, householdStatus: '' } })).toMatchObject({
    refused: 'findings-open',
  });
});
