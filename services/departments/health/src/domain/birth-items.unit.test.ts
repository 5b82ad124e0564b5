import { missing, ruled } from '../../test/given';
import { vaccinationDays } from './vaccination';

describe('birth-service-registration', () => {
  test('where either spouse is registered or holds a permit', () => {
    const item = 'birth-service-registration';
    expect(ruled(item)).toMatchObject({ outcome: 'granted', facts: { slipNumber: 'BS-LB20260302000001' } });
    for (const spouseHere of ['registered', 'residence-permit'])
      expect(ruled(item, { district: '330106', answers: { spouseHere } })).toMatchObject({ outcome: 'granted' });
  });

  test.each([{}, { spouseHere: 'neither' }])('refused: neither-spouse-here, %j', (answers) => {
    expect(ruled('birth-service-registration', { district: '330106', answers })).toMatchObject({
      outcome: 'refused',
      reason: 'neither-spouse-here',
    });
  });
});

describe('birth-certificate', () => {
  const answers = {
    childName: '李安',
    sex: 'male',
    bornOn: '2026-02-20',
    bornAt: 'maternity-unit',
    shownParents: 'mother',
  };
  const certificate = (more: Parameters<typeof ruled>[1] = {}) =>
    ruled('birth-certificate', { answers, findings: { birthRecord: 'found' }, ...more });

  test('by the record of the unit, also with the mother alone', () => {
    expect(certificate()).toMatchObject({ outcome: 'granted', facts: { certificateNumber: 'BC-LB20260302000001' } });
  });

  test.each([
    ['birth-not-recorded', { findings: { birthRecord: 'not-found' } }],
    ['not-born-yet', { answers: { ...answers, bornOn: '2026-03-03' } }],
  ])('refused: %s', (reason, more) => {
    expect(certificate(more)).toMatchObject({ outcome: 'refused', reason });
  });

  test('a birth outside a unit needs a DNA report', () => {
    const outside = { ...answers, bornAt: 'elsewhere' };
    expect(missing('birth-certificate', { answers })).toEqual([]);
    expect(missing('birth-certificate', { answers: outside })).toEqual(['dna-report']);
    const materials = [{ code: 'dna-report', grade: 'B', reference: 'm' }];
    expect(certificate({ answers: outside, materials })).toMatchObject({ grounds: [{ code: 'birth-proved' }, {}] });
  });

  test.each([{}, { birthRecord: 'perhaps' }])('is not decided on %j', (findings) => {
    expect(certificate({ findings })).toMatchObject({ refused: 'birth-record-open' });
  });
});

describe('vaccination-certificate', () => {
  // 疫苗管理法 art. 47
  test('born on 5 March 2026: reminded on the 26th, due on 5 April', () => {
    expect(vaccinationDays('2026-03-05')).toEqual({ remindOn: '2026-03-26', dueOn: '2026-04-05' });
  });

  test('is given however late it is', () => {
    const answers = { bornOn: '2020-01-01', certificateNumber: 'BC-1' };
    expect(ruled('vaccination-certificate', { answers })).toMatchObject({
      outcome: 'granted',
      facts: { bookletNumber: 'VB-LB20260302000001', dueOn: '2020-02-01' },
    });
  });

  test('takes the certificate from the step before, or asks for its number', () => {
    const answers = { bornOn: '2026-02-20' };
    const earlier = { certificate: { outcome: 'granted', certificateNumber: 'BC-1' } };
    expect(missing('vaccination-certificate', { answers })).toEqual(['certificateNumber']);
    expect(missing('vaccination-certificate', { answers, earlier })).toEqual([]);
  });
});
