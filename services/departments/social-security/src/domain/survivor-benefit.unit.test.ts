import { ruled } from '../../test/given';
import { type Insured, grantMonths, survivorCents } from './survivor-table';

const answers = { deceasedName: '赵福', diedOn: '2023-05-10', diedOf: 'illness-or-off-work' };
const findings = { yearsPaid: 20, wasPensioner: false, kinshipProved: true, otherGrantTaken: false };
const materials = ['kinship-statement', 'payment-account'].map((code) => ({ code, grade: 'D', reference: 'm' }));
const benefit = (more: object = {}, asked: object = {}) =>
  ruled('survivor-benefit', { answers: { ...answers, ...asked }, materials, findings: { ...findings, ...more } });

// 人社部发〔2021〕18号; income of 2022 in Henan 38,484 yuan. Both grants together.
test.each<[Insured, number, number]>([
  [{ yearsPaid: 4 }, 3, 16_035],
  [{ yearsPaid: 9 }, 6, 25_656],
  [{ yearsPaid: 15 }, 9, 35_277],
  [{ yearsPaid: 20 }, 14, 51_312],
  [{ yearsPaid: 35 }, 24, 83_382],
  [{ yearsPaid: 30, yearsDrawn: 5 }, 19, 67_347],
  [{ yearsPaid: 30, yearsDrawn: 20 }, 9, 35_277],
])('%j: %d months, %d yuan', (insured, months, yuan) => {
  expect(grantMonths(insured)).toBe(months);
  expect(survivorCents('2023-05-10', insured)).toBe(yuan * 100);
});

test('a pensioner’s years drawn are taken off', () => {
  expect(benefit({ yearsPaid: 30, wasPensioner: true, yearsDrawn: 5 })).toMatchObject({
    outcome: 'granted',
    facts: { amountCents: 6_734_700 },
  });
});

test('below five years it is at most what the person paid in', () => {
  expect(benefit({ yearsPaid: 4, ownPaymentsCents: 1_000_000 })).toMatchObject({ facts: { amountCents: 1_000_000 } });
  expect(benefit({ yearsPaid: 4, ownPaymentsCents: 9_000_000 })).toMatchObject({ facts: { amountCents: 1_603_500 } });
});

test.each([
  ['work-injury-claim', {}, { diedOf: 'work-injury' }],
  ['grant-already-taken', { otherGrantTaken: true }, {}],
  ['not-a-survivor', { kinshipProved: false }, {}],
])('refused: %s', (reason, more, asked) => {
  expect(benefit(more, asked)).toMatchObject({ outcome: 'refused', reason });
});

test.each([
  ['yearsDrawn', { wasPensioner: true }],
  ['ownPaymentsCents', { yearsPaid: 4 }],
  ['kinshipProved', { kinshipProved: undefined }],
])('%s is written down first', (name, more) => {
  expect(benefit(more)).toMatchObject({ refused: 'findings-open', pointer: `/findings/${name}` });
});
