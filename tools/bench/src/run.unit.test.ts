import { order } from './run';

test('pairs are interleaved, so that each subject comes first as often as second', () => {
  expect(order(1)).toEqual(['system', 'floor']);
  expect(order(3)).toEqual(['system', 'floor', 'floor', 'system', 'system', 'floor']);
});
