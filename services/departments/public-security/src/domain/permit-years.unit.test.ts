import { join } from 'node:path';
import { loadDepartment } from '@lianban/catalogue';
import { daysAfter } from '@lianban/input';
import { missing, ruled } from '../../test/given';
import { permitFrom, permitYear, signPermit } from './permit-years';

// 居住证暂行条例 (国令第663号) art. 2, 10; six months counted as in Henan.
test('registered on 10 January 2026: from 10 July on', () => {
  expect(permitFrom('2026-01-10')).toBe('2026-07-10');
});

test('from 1 June 2026: to be signed from 1 to 31 May 2027', () => {
  expect(permitYear('2026-06-01')).toEqual({ from: '2026-06-01', signFrom: '2027-05-01', signUntil: '2027-05-31' });
});

test('signed in time, the next year follows on', () => {
  expect(signPermit('2026-06-01', '2027-05-31')).toEqual(permitYear('2027-06-01'));
});

test('signed on 15 August: suspended from 1 June to 14 August, years from 15 August', () => {
  expect(signPermit('2026-06-01', '2027-08-15')).toEqual({
    ...permitYear('2027-08-15'),
    suspended: { from: '2027-06-01', until: '2027-08-14' },
  });
});

test('signed on the anniversary itself, no day is lost', () => {
  expect(signPermit('2026-06-01', '2027-06-01')).toEqual(permitYear('2027-06-01'));
});

// 居住证暂行条例 art. 11, 居民身份证法 art. 12: calendar days.
test('accepted on 28 April 2026, a permit is due on 13 May; a card after 60 days', () => {
  const { items } = loadDepartment(join(__dirname, '..', '..'));
  const limitOf = (code: string) => items.find((item) => item.code === code)?.statutoryCalendarDays ?? 0;
  expect(daysAfter('2026-04-28', limitOf('residence-permit'))).toBe('2026-05-13');
  expect(limitOf('identity-card')).toBe(60);
});

describe('residence-permit', () => {
  const answers = { residingSince: '2026-01-10', residingFor: 'home' };
  const materials = ['photo', 'residence-ground-paper'].map((code) => ({ code, grade: 'B', reference: 'm' }));
  const permit = (more: Parameters<typeof ruled>[1]) => ruled('residence-permit', { answers, materials, ...more });

  test('is granted on the day six months have passed', () => {
    expect(permit({ on: '2026-07-10' })).toMatchObject({
      outcome: 'granted',
      facts: { validFrom: '2026-07-10', signFrom: '2027-06-10', signUntil: '2027-07-09' },
    });
  });

  test.each([
    ['under-six-months', '2026-07-09', answers],
    ['no-ground', '2026-07-10', { ...answers, residingFor: 'other' }],
  ])('refused: %s', (reason, on, said) => {
    expect(permit({ on, answers: said })).toMatchObject({ outcome: 'refused', reason });
  });

  test('needs a photo and a paper of the ground', () => {
    expect(missing('residence-permit', { answers })).toEqual(['photo', 'residence-ground-paper']);
  });
});
