import { objectionDecider } from './objection';

const now = new Date('2026-03-02T01:00:00Z');
const file = (text: string) => ({ type: 'FileObjection', applicationNumber: 'LB1', step: 'relief', text }) as const;
const none = objectionDecider.initial('OB1');

test('an objection is kept in the words it was made', () => {
  const filed = {
    type: 'ObjectionFiled',
    applicationNumber: 'LB1',
    step: 'relief',
    text: 'I disagree.',
    at: now,
  } as const;
  expect(objectionDecider.decide(file('I disagree.'), none, now)).toEqual([filed]);
  expect(objectionDecider.evolve(none, filed)).toMatchObject({ text: 'I disagree.', filedAt: now });
});

test('it is filed once, and other words are another objection', () => {
  const filed = { ...none, text: 'I disagree.', filedAt: now };
  expect(objectionDecider.decide(file('I disagree.'), filed, now)).toEqual([]);
  expect(objectionDecider.decide(file('I disagree twice.'), filed, now)).toMatchObject({
    refused: 'idempotency-key-reused',
  });
});

test.each(['', '  ', 'x'.repeat(4001)])('one that says nothing or too much is refused', (text) => {
  expect(objectionDecider.decide(file(text), none, now)).toMatchObject({
    refused: 'invalid-objection',
    pointer: '/reason',
  });
});
