import { seededRandom } from '@lianban/infra';
import { faults } from '../fault/catalogue';
import { planFrom, faultSequence } from './plan';

const names = (seed: number) => {
  const order = faultSequence(faults, seededRandom(seed));
  return Array.from({ length: 20 }, () => order.next().value.name);
};

test('the order of faults is determined by the seed', () => {
  expect(names(7)).toEqual(names(7));
  expect(names(7)).not.toEqual(names(8));
});

test('defaults are half an hour and seed 1; wrong values are named', () => {
  expect(planFrom({})).toEqual({ minutes: 30, seed: 1, rate: undefined });
  expect(planFrom({ LIANBAN_SOAK_RATE: '40' }).rate).toBe(40);
  expect(() => planFrom({ LIANBAN_SOAK_MINUTES: 'x' })).toThrow('LIANBAN_SOAK_MINUTES=x');
});
