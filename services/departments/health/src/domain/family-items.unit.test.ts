import { ruled } from '../../test/given';
import { aidMonths } from './one-child-aid';

describe('one-child-aid', () => {
  const materials = ['only-child-certificate', 'aid-form'].map((code) => ({ code, grade: 'B', reference: 'm' }));
  const answers = { certifiedOn: '2015-03-10', childBornOn: '2014-06-20', holders: 2 };
  const aid = (more: Parameters<typeof ruled>[1] = {}) => ruled('one-child-aid', { answers, materials, ...more });

  // 河南省人口与计划生育条例 (text of 2020) art. 31
  test('certificate of March 2015, child of June 2014: 208 months of 40 yuan, to June 2032', () => {
    expect(aidMonths('2015-03-10', '2014-06-20')).toEqual({ until: '2032-06', months: 208 });
    expect(aid()).toMatchObject({ outcome: 'granted', facts: { amountCents: 4_000, months: 208, until: '2032-06' } });
    expect(208 * 4_000).toBe(832_000);
  });

  test('one holder is paid for one', () => {
    expect(aid({ answers: { ...answers, holders: 1 } })).toMatchObject({ facts: { amountCents: 2_000 } });
  });

  test('the month of the 18th birthday is the last', () => {
    expect(aid({ on: '2032-06-30' })).toMatchObject({ outcome: 'granted' });
    expect(aid({ on: '2032-07-01' })).toMatchObject({ outcome: 'refused', reason: 'child-of-age' });
  });
});

describe('family-doctor', () => {
  test('an agreement of a year', () => {
    expect(ruled('family-doctor', { answers: { group: 'aged' } })).toMatchObject({
      outcome: 'granted',
      facts: { from: '2026-03-02', until: '2027-03-01', first: true },
    });
    expect(ruled('family-doctor', { answers: { group: 'other' } })).toMatchObject({ facts: { first: false } });
  });
});
