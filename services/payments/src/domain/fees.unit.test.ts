import { loadService } from '@lianban/catalogue';
import { chargeNumber, chargeOf } from './charge-number';
import { feeOn } from './fees';

const { items } = loadService(`${__dirname}/../..`);
const { fees = [] } = items.find(({ code }) => code === 'identity-card-fee')!;

// areas.md PS4: first free, renewal 20, lost 40.
test.each([
  ['first', 0],
  ['renewal', 2_000],
  ['lost', 4_000],
])('an identity card: %s %i fen', (cardFor, amount) => {
  expect(feeOn(fees, { cardFor }, '2026-03-02')).toMatchObject({ amountCents: amount });
});

test('an answer the table does not know, and a day before it, have no fee', () => {
  expect(feeOn(fees, {}, '2026-03-02')).toBeUndefined();
  expect(feeOn(fees, { cardFor: 'gold' }, '2026-03-02')).toBeUndefined();
  expect(feeOn(fees, { cardFor: 'lost' }, '2003-12-31')).toBeUndefined();
});

test('the newest row that holds counts, from its day on', () => {
  const law = { zh: '法', en: 'Law' };
  const rows = [
    { from: '2026-01-01', amountCents: 100, law },
    { from: '2026-04-01', amountCents: 200, law },
  ];
  expect(feeOn(rows, {}, '2026-03-31')?.amountCents).toBe(100);
  expect(feeOn(rows, {}, '2026-04-01')?.amountCents).toBe(200);
});

test('a charge has the number of its application, and an attempt leads back to it', () => {
  const number = chargeNumber('LB20260302000001', 'fee');
  expect(number).toBe('CH20260302000001-fee');
  expect(chargeOf(`${number}-12`)).toBe(number);
  expect(chargeOf('RF20260302000001-fee-1')).toBe(number);
  expect(chargeOf('20260302000001')).toBeUndefined();
  expect(() => chargeNumber('LB20260302000001', 'a-step-with-a-very-long-name')).toThrow('cannot take');
});
