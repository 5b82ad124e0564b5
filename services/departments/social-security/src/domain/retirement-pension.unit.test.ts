import { missing, ruled } from '../../test/given';

const answers = { bornOn: '1970-06-15', retirementGroup: 'man', hasDeemedYears: false };
const retired = (retiresOn: string, { monthsPaid = 300, ...more }: Record<string, unknown> = {}) =>
  ruled('retirement-pension', { answers: { ...answers, retiresOn, ...more }, findings: { monthsPaid } });

// Decision of 2024-09-13; 弹性退休暂行办法.
test('in the month of the law, paid from the next', () => {
  expect(retired('2031-11-15')).toMatchObject({
    outcome: 'granted',
    facts: { retiresIn: '2031-11', from: '2031-12', monthsPaid: 300 },
  });
});

test.each([
  ['2030-06-01', { toldEmployerOn: '2026-02-20' }],
  ['2034-11-30', {}],
])('by choice: %s', (retiresOn, more) => {
  expect(retired(retiresOn, more)).toMatchObject({ outcome: 'granted' });
});

test.each([
  ['below-old-age', '2030-05-31', {}],
  ['age-not-reached', '2036-10-31', { bornOn: '1984-11-10', retirementGroup: 'woman-50' }],
  ['later-than-allowed', '2034-12-01', {}],
  ['told-too-late', '2031-10-01', {}],
  ['contributions-short', '2031-11-01', { monthsPaid: 191 }],
])('refused: %s', (reason, retiresOn, more) => {
  const post = [{ code: 'post-class-paper', grade: 'B', reference: 'm' }];
  const { monthsPaid = 300, ...changed } = more as { monthsPaid?: number };
  const given = { answers: { ...answers, retiresOn, ...changed }, materials: post, findings: { monthsPaid } };
  expect(ruled('retirement-pension', given)).toMatchObject({ outcome: 'refused', reason });
});

test('as many months as the year of retirement asks for', () => {
  expect(retired('2031-11-01', { monthsPaid: 192 })).toMatchObject({ outcome: 'granted' });
});

test('three months before are told in time, a day later is not', () => {
  const early = { bornOn: '1966-05-10', retirementGroup: 'man' };
  const told = (toldEmployerOn: string) => retired('2026-05-01', { ...early, toldEmployerOn });
  expect(told('2026-02-28')).toMatchObject({ outcome: 'granted' });
  expect(told('2026-03-01')).toMatchObject({ reason: 'told-too-late' });
});

test('women bring the paper of their post, and deemed years the file', () => {
  const of = (more: object) =>
    missing('retirement-pension', { answers: { ...answers, retiresOn: '2031-11-01', ...more } });
  expect(of({})).toEqual([]);
  expect(of({ retirementGroup: 'woman-50', hasDeemedYears: true })).toEqual(['post-class-paper', 'personnel-file']);
});

test('the records are counted, and deemed years with them', () => {
  const known = { contributions: { pensionMonths: 180 } };
  const of = (more: object, findings = {}) =>
    ruled('retirement-pension', {
      answers: { ...answers, retiresOn: '2031-11-01', ...more },
      materials: [{ code: 'personnel-file', grade: 'B', reference: 'm' }],
      known,
      findings,
    });
  expect(of({})).toMatchObject({ reason: 'contributions-short' });
  expect(of({}, { monthsPaid: 300 })).toMatchObject({ reason: 'contributions-short' });
  expect(of({ hasDeemedYears: true })).toMatchObject({ pointer: '/findings/deemedMonths' });
  expect(of({ hasDeemedYears: true }, { deemedMonths: 12 })).toMatchObject({
    outcome: 'granted',
    facts: { monthsPaid: 192 },
  });
});

test('is not decided before somebody counted', () => {
  expect(ruled('retirement-pension', { answers: { ...answers, retiresOn: '2031-11-01' } })).toMatchObject({
    refused: 'findings-open',
  });
});
