import { ruled } from '../../test/given';

const orphan = { motherState: 'dead', fatherState: 'missing', settledIn: 'home', drawnCents: 0 };
const support = (more: object = {}, childBornOn = '2016-04-01') =>
  ruled('child-support', {
    answers: { childBornOn },
    materials: [{ code: 'parents-state-paper', grade: 'B', reference: 'm' }],
    findings: { ...orphan, ...more },
  });

// 国办发〔2010〕54号; 民发〔2019〕62号. Sums are demo values.
test.each([
  ['plain', {}, 1_200],
  ['in an institution', { settledIn: 'institution' }, 1_700],
  ['a dibao share of 440', { drawnCents: 44_000 }, 760],
  ['tekun of 1,300', { drawnCents: 130_000 }, 0],
])('%s: %d yuan a month', (_, more, yuan) => {
  expect(support(more)).toMatchObject({ outcome: 'granted', facts: { amountCents: yuan * 100, from: '2026-04' } });
});

test.each(['dead', 'missing', 'severe-disability', 'severe-illness'])(
  'a parent who is %s cannot care at once',
  (state) => {
    expect(support({ motherState: state })).toMatchObject({ outcome: 'granted' });
  },
);

test.each(['prison', 'rehabilitation', 'detention', 'out-of-contact'])('%s counts from six months on', (state) => {
  expect(support({ fatherState: state, fatherMonths: 6 })).toMatchObject({ outcome: 'granted' });
  expect(support({ fatherState: state, fatherMonths: 5 })).toMatchObject({ reason: 'under-six-months' });
});

test.each([
  ['parent-able', { fatherState: 'able' }, '2016-04-01'],
  ['under-six-months', { fatherState: 'prison', fatherMonths: 5 }, '2016-04-01'],
  ['adult-not-at-school', {}, '2008-03-02'],
])('refused: %s', (reason, more, bornOn) => {
  expect(support(more, bornOn)).toMatchObject({ outcome: 'refused', reason });
});

test('goes on at school', () => {
  expect(support({ atSchool: true }, '2008-03-02')).toMatchObject({ outcome: 'granted' });
  expect(support({}, '2008-03-03')).toMatchObject({ outcome: 'granted' });
});

test('an officer writes down first what was found', () => {
  expect(support({ fatherState: '' })).toMatchObject({ refused: 'findings-open', pointer: '/findings/fatherState' });
});
