import { holidays } from '@lianban/casework';
import { itemOf, given, ruled } from '../../test/given';
import { childOf } from './childcare-subsidy';
import { dueCents } from './subsidy-table';

const yuan = (sum: number) => sum * 100;
const total = (bornOn: string) => [...dueCents(bornOn).values()].reduce((sum, cents) => sum + cents, 0);
const free = { claim: { taken: false, number: '' } };
const subsidy = (bornOn: string, more: Parameters<typeof ruled>[1] = {}) =>
  ruled('childcare-subsidy', { answers: { bornOn }, known: free, ...more });

// 育儿补贴制度实施方案 (2025) and its 管理规范.
test.each([
  ['2021-12-31', 0],
  ['2022-01-15', 300],
  ['2022-07-15', 2_100],
  ['2023-01-15', 3_900],
  ['2024-12-15', 10_800],
  ['2025-01-01', 10_800],
  ['2026-03-05', 10_800],
])('a child born on %s is due %d yuan in all', (bornOn, sum) => {
  expect(total(bornOn)).toBe(yuan(sum));
});

test('by calendar year', () => {
  expect([...dueCents('2023-01-15')]).toEqual([
    [2025, yuan(3_600)],
    [2026, yuan(300)],
  ]);
  expect([...dueCents('2025-06-01').values()]).toEqual([yuan(3_600), yuan(3_600), yuan(3_600)]);
});

test('is granted with what is paid this year and what is due with it', () => {
  expect(subsidy('2026-02-20')).toMatchObject({
    outcome: 'granted',
    facts: { amountCents: yuan(3_600), totalCents: yuan(10_800) },
  });
  expect(subsidy('2022-07-15', { on: '2025-11-03' })).toMatchObject({ facts: { amountCents: yuan(2_100) } });
});

test('what fell due in 2025 is lost to whoever asks later, and only that', () => {
  const ruling = subsidy('2024-12-15');
  expect(ruling).toMatchObject({ outcome: 'granted', facts: { totalCents: yuan(7_200) } });
  expect(ruling).toMatchObject({
    grounds: expect.arrayContaining([{ code: 'first-year-in-time', met: false }].map(expect.objectContaining)),
  });
});

test.each([
  ['third-birthday-passed', '2021-12-31', {}],
  ['third-birthday-passed', '2023-03-02', {}],
  ['late-for-2025', '2022-07-15', {}],
  ['register-elsewhere', '2026-02-20', { district: '330106' }],
  ['already-claimed-by-other-parent', '2026-02-20', { known: { claim: { taken: true, number: 'LB1' } } }],
])('refused: %s, child of %s', (reason, bornOn, more) => {
  expect(subsidy(bornOn, more)).toMatchObject({ outcome: 'refused', reason });
});

test('the day before the third birthday is not too late', () => {
  expect(subsidy('2023-03-03')).toMatchObject({ outcome: 'granted' });
});

test('asks whether the child has one already, and waits for the answer', () => {
  expect(itemOf('childcare-subsidy').needs(given('childcare-subsidy').request)).toEqual(['claim']);
  expect(subsidy('2026-02-20', { known: { claim: undefined } })).toMatchObject({ refused: 'claim-open' });
});

test('is for the child just registered, where it is registered; otherwise for whom the application is about', () => {
  const register = { outcome: 'granted', childId: 'r-9', district: '330106' };
  expect(childOf(given('childcare-subsidy', { earlier: { register } }).request)).toBe('r-9');
  expect(subsidy('2026-02-20', { earlier: { register } })).toMatchObject({ reason: 'register-elsewhere' });
  expect(childOf(given('childcare-subsidy', { subjectId: 'r-5' }).request)).toBe('r-5');
});

test('30 working days from 2 March 2026 end on 14 April', () => {
  const end = holidays.chineseWorkingDays.add(new Date('2026-03-02T02:00:00Z'), 30);
  expect(end).toEqual(new Date('2026-04-14T15:59:59.999Z'));
});
