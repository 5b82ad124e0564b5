import { looks } from '@lianban/catalogue';
import { isWorker, notTheirPurpose } from './look';

const permits: looks.Looks = { ...looks.usualLooks, purposes: ['check-identity'] };
const looksOf = (department: string) => (department === 'permits' ? permits : undefined);
const no = (reader: string, purpose: string, department: string | undefined = 'permits') =>
  notTheirPurpose({ reader, department, purpose }, looksOf);

test('an officer looks for what every desk does, and for what their department’s file lists', () => {
  expect(no('officer:o-1', 'case-handling')).toBeUndefined();
  expect(no('supervisor:s-1', 'check-identity')).toBeUndefined();
});

test('anything else is refused with the list', () => {
  const refusal = no('officer:o-1', 'snooping');
  expect(refusal).toMatchObject({ refused: 'purpose-unknown', pointer: '/purpose' });
  expect(refusal?.detail).toContain('check-identity (核对身份)');
  expect(refusal?.detail).not.toContain('fill-in-certificate');
  expect(no('officer:o-1', 'fill-in-certificate')).toMatchObject({ refused: 'purpose-unknown' });
  expect(no('officer:o-1', 'check-identity', 'police')).toMatchObject({ refused: 'purpose-unknown' });
  expect(no('officer:o-1', 'take-over')).toMatchObject({ refused: 'purpose-unknown' });
});

test('an operator looks where they answer for a department, and nowhere else', () => {
  expect(
    notTheirPurpose({ reader: 'operator:op-1', department: undefined, purpose: 'take-over' }, looksOf),
  ).toBeUndefined();
  expect(no('operator:op-1', 'case-handling')).toMatchObject({ refused: 'purpose-unknown' });
});

test('residents and services are no workers: others judge their purposes', () => {
  expect(no('resident:r-1', 'anything')).toBeUndefined();
  expect(no('social-assistance', 'anything')).toBeUndefined();
  expect([isWorker('officer:o-1'), isWorker('resident:r-1'), isWorker('officer:'), isWorker(undefined)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
