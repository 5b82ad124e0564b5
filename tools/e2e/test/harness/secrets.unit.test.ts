import { demoResident } from '../../src/demo/people';
import { secretsOf } from './secrets';

test('personal data is found in any text, and nothing else', () => {
  const find = secretsOf(3);
  const { name, idNumber, phone, address } = demoResident(2);
  for (const secret of [name, idNumber, phone, address]) expect(find(`{"msg":"x${secret}y"}`)).toBe(secret);
  expect(find('LB20260302000001/relief resident-2')).toBeUndefined();
  expect(find(demoResident(40).idNumber)).toBe(demoResident(40).idNumber);
  expect(find(demoResident(40).phone)).toBeUndefined();
});
