import { at, lived } from '../test/given';
import { type Entitlement, due, monthsFrom } from './index';
import { timeout } from './wake';

const wake = { type: 'Wake' } as const;
const months = (of: Entitlement, from: string, to: string) => monthsFrom(from, to).map((month) => due(of, month));

test('is due from its first month to its last', () => {
  expect(months(lived({ until: '2026-06' }), '2026-03', '2026-07')).toEqual([0, 10_000, 10_000, 10_000, 0]);
});

test('steps up by itself in the month that was known beforehand', () => {
  const steps = [
    { from: '2026-10', amountFen: 20_000, cause: 'age-step' },
    { from: '2036-10', amountFen: 30_000, cause: 'age-step' },
  ];
  const before = lived({ steps }, ['2026-09-30', wake]);
  expect(timeout(before)?.at).toEqual(new Date('2026-09-30T16:00:00Z'));
  expect(due(lived({ steps }, ['2026-10-01', wake]), '2026-10')).toBe(20_000);
  expect(due(lived({ steps }, ['2026-10-01', wake]), '2026-09')).toBe(10_000);
  expect(due(lived({ steps }, ['2040-01-01', wake]), '2040-01')).toBe(30_000);
});

// 郑民文〔2016〕28号 (areas.md SW2): unconfirmed on 15 March, nothing from April on, until it is confirmed.
describe('a yearly check by 15 March', () => {
  const recheck = { by: '2027-03-15', everyMonths: 12, missed: 'suspend' } as const;

  test('that is missed suspends from April, on the 16th', () => {
    expect(timeout(lived({ recheck }))?.at).toEqual(new Date('2027-03-15T16:00:00Z'));
    expect(months(lived({ recheck }, ['2027-03-16', wake]), '2027-03', '2027-04')).toEqual([10_000, 0]);
  });

  test('is resumed with the month of the confirmation, and the months before are not paid', () => {
    const confirmed = lived({ recheck }, ['2027-06-20', { type: 'Confirm', on: '2027-06-20', cause: 'alive' }]);
    expect(months(confirmed, '2027-03', '2027-07')).toEqual([10_000, 0, 0, 10_000, 10_000]);
    expect(confirmed.recheck?.by).toBe('2028-03-15');
  });

  test('that was made in time suspends nothing', () => {
    const confirmed = lived({ recheck }, ['2027-02-01', { type: 'Confirm', on: '2027-02-01', cause: 'alive' }]);
    expect(lived({ recheck: confirmed.recheck! }, ['2027-04-01', wake]).suspensions).toEqual([]);
  });
});

test('a recheck that only tells stops nothing (低保办法 art. 32)', () => {
  const recheck = { by: '2027-04-20', everyMonths: 12, missed: 'tell' } as const;
  const told = lived({ recheck }, ['2027-04-20', wake]);
  expect(told).toMatchObject({ toldOf: '2027-04-20', suspensions: [] });
  expect(timeout(told)).toBeUndefined();
});

describe('stopped', () => {
  // Hunan plan (areas.md §1): stop from next month; died 2026-04-18 → May 0.
  test('by a death that is learnt of in June, what fell due since is overpaid', () => {
    const stopped = lived({}, ['2026-06-10', { type: 'Stop', from: '2026-05', cause: 'death' }]);
    expect(months(stopped, '2026-04', '2026-06')).toEqual([10_000, 0, 0]);
    expect(stopped.overpaid).toEqual([
      { month: '2026-05', amountFen: 10_000 },
      { month: '2026-06', amountFen: 10_000 },
    ]);
  });

  test('never before it started', () => {
    expect(lived({}, ['2026-06-10', { type: 'Stop', from: '2020-01', cause: 'death' }]).stop?.from).toBe('2026-04');
  });

  test('again is nothing new, unless it is from an earlier month on', () => {
    const stop = (from: string) => ['2026-06-10', { type: 'Stop', from, cause: 'death' }] as const;
    expect(lived({}, stop('2026-06'), stop('2026-07')).stop?.from).toBe('2026-06');
    expect(lived({}, stop('2026-06'), stop('2026-05'))).toMatchObject({
      stop: { from: '2026-05' },
      overpaid: [{ month: '2026-05' }, { month: '2026-06' }],
    });
  });

  test('in error, it goes on with arrears, and nothing is overpaid any more', () => {
    const restored = lived(
      {},
      ['2026-06-10', { type: 'Stop', from: '2026-05', cause: 'death' }],
      ['2026-07-02', { type: 'Resume', from: '2026-07', arrears: true, cause: 'death-corrected' }],
    );
    expect(months(restored, '2026-04', '2026-07')).toEqual([10_000, 10_000, 10_000, 10_000]);
    expect(restored.overpaid).toEqual([]);
  });
});

test('revoked, it stops from the next month on, and all that fell due is overpaid', () => {
  const revoked = lived({}, ['2026-06-10', { type: 'Revoke', cause: 'revoked' }]);
  expect(revoked.stop).toEqual({ from: '2026-07', cause: 'revoked', isRevoked: true });
  expect(revoked.overpaid.map(({ month }) => month)).toEqual(['2026-04', '2026-05', '2026-06']);
});

test('a lower amount from a month that has passed leaves the difference overpaid; a higher one takes it back', () => {
  const change = (amountFen: number) =>
    ['2026-06-10', { type: 'Change', from: '2026-05', amountFen, cause: 'corrected' }] as const;
  expect(lived({}, change(6_000)).overpaid).toEqual([
    { month: '2026-05', amountFen: 4_000 },
    { month: '2026-06', amountFen: 4_000 },
  ]);
  expect(lived({}, change(6_000), change(12_000)).overpaid).toEqual([]);
});

test('once a year is due in the first month of the year that is paid for', () => {
  const yearly = lived({ period: 'year', from: '2026-03', until: '2028-12', amountFen: 360_000 });
  const dueIn = monthsFrom('2026-01', '2029-03').filter((month) => due(yearly, month) !== 0);
  expect(dueIn).toEqual(['2026-03', '2027-01', '2028-01']);
});

test('a sum this city does not count is not 0', () => {
  const pension = lived({ amountFen: undefined as never });
  expect(due(pension, '2026-05')).toBeUndefined();
  expect(due(pension, '2026-03')).toBe(0);
});

test('its end comes by itself', () => {
  expect(lived({ until: '2026-06' }, ['2026-07-01', wake]).stop).toEqual({ from: '2026-07', cause: 'until-reached' });
  expect(at('2026-07-01') > timeout(lived({ until: '2026-06' }))!.at).toBe(true);
});
