import { fromInput } from './from-input';

test.each<[string, Parameters<typeof fromInput>[0], unknown, unknown]>([
  ['nothing', { type: 'string' }, undefined, undefined],
  ['an emptied number', { type: 'integer' }, null, undefined],
  ['blanks', { type: 'string' }, '  ', undefined],
  ['text', { type: 'string' }, ' a ', 'a'],
  ['yuan become cents, without the error of binary fractions', { type: 'integer', format: 'cents' }, 1480.29, 148029],
  ['zero is an answer', { type: 'integer' }, 0, 0],
  ['no is an answer', { type: 'boolean' }, false, false],
])('%s', (_what, field, typed, value) => {
  expect(fromInput(field, typed)).toBe(value);
});
