import { holidays } from '@lianban/casework';
import { ruled } from '../../test/given';

const certificate = (findings: object, holderBornOn = '1990-04-01') =>
  ruled('disability-certificate', {
    answers: { holderBornOn, disabilityKind: 'sight' },
    materials: [{ code: 'photo', grade: 'C', reference: 'm' }],
    findings: { assessedGrade: 2, notice: 'held', ...findings },
  });

// 残疾人证管理办法; GB/T 26341-2010
test.each([1, 2, 3, 4])('at grade %d, for ten years', (grade) => {
  expect(certificate({ assessedGrade: grade })).toMatchObject({
    outcome: 'granted',
    facts: { certificateNumber: 'DP-LB20260302000001', grade, validUntil: '2036-03-01' },
  });
});

test.each([
  ['below-standard', { assessedGrade: 0 }],
  ['cancelled-within-a-year', { cancelledOn: '2025-03-03' }],
])('refused: %s', (reason, findings) => {
  expect(certificate(findings)).toMatchObject({ outcome: 'refused', reason });
});

test('a year after one was cancelled it is given again', () => {
  expect(certificate({ cancelledOn: '2025-03-02' })).toMatchObject({ outcome: 'granted' });
});

test('of adults after a notice, of minors without one', () => {
  const open = { refused: 'notice-open' };
  expect(certificate({ notice: 'none-for-minors' })).toMatchObject(open);
  expect(certificate({ notice: 'held' }, '2010-04-01')).toMatchObject(open);
  expect(certificate({ notice: 'none-for-minors' }, '2010-04-01')).toMatchObject({ outcome: 'granted' });
});

test('a notice from 18 September 2026 runs to the 24th: the 20th is worked, and the 25th a holiday', () => {
  const days = holidays.chineseWorkingDays;
  const last = days.add(new Date('2026-09-18T02:00:00Z'), 5);
  expect(last).toEqual(new Date('2026-09-24T15:59:59.999Z'));
  expect(days.add(last, 1)).toEqual(new Date('2026-09-28T15:59:59.999Z'));
});

test('a lost one is given again as it was, without another assessment; of whom there are no records the hospital assesses', () => {
  const lost = (disability: object) =>
    ruled('disability-certificate', {
      answers: { holderBornOn: '1990-04-01', disabilityKind: 'sight', certificateFor: 'lost' },
      materials: [{ code: 'photo', grade: 'C', reference: 'm' }],
      known: { disability },
    });
  const held = { disabilityKind: 'sight', grade: 3, validUntil: '2030-05-31' };
  expect(lost(held)).toMatchObject({ outcome: 'granted', facts: { grade: 3, validUntil: '2030-05-31' } });
  expect(lost({ ...held, validUntil: '2026-03-01' })).toMatchObject({ pointer: '/findings/assessedGrade' });
  expect(lost({ available: false })).toMatchObject({ pointer: '/findings/assessedGrade' });
});
