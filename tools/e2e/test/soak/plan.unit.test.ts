import { seededRandom } from '@lianban/infra';
import { faults } from '../fault/catalogue';
import { planFrom, strikes } from './plan';

const names = (seed: number) => {
  const order = strikes(faults, seededRandom(seed));
  return Array.from({ length: 20 }, () => order.next().value.name);
};

test('a seed is one order of faults, and another seed another', () => {
  expect(names(7)).toEqual(names(7));
  expect(names(7)).not.toEqual(names(8));
});

test('what is not said is half an hour with seed 1; what is wrong is named', () => {
  expect(planFrom({})).toEqual({ minutes: 30, seed: 1, rate: undefined });
  expect(planFrom({ LIANBAN_SOAK_RATE: '40' }).rate).toBe(40);
  expect(() => planFrom({ LIANBAN_SOAK_MINUTES: 'x' })).toThrow('LIANBAN_SOAK_MINUTES=x');
});
