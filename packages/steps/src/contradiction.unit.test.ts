import { stepContradictionOf } from './contradiction';

const number = 'LB20260302000001';
const place = { key: number, subject: `${number}/fee` };
const ref = { applicationNumber: number, step: 'fee', item: 'i', service: 'payments', kind: 'KIND_PAYMENT' };

test('a service speaks of the step that its record is about', () => {
  expect(stepContradictionOf({ ref }, place, 'payments')).toBeUndefined();
});

test.each([
  ['for another service', { ...ref, service: 'bookings' }, 'another service than payments'],
  ['of another application', { ...ref, applicationNumber: 'LB2' }, 'another step than its subject'],
  ['of another step', { ...ref, step: 'deposit' }, 'another step than its subject'],
])('a message %s is not believed', (_, of, sentence) => {
  expect(stepContradictionOf({ ref: of }, place, 'payments')).toContain(sentence);
});
