import { order } from './run';

test('pairs are interleaved: each subject comes first as often as second', () => {
  expect(order(1)).toEqual(['system', 'baseline']);
  expect(order(3)).toEqual(['system', 'baseline', 'baseline', 'system', 'system', 'baseline']);
});
