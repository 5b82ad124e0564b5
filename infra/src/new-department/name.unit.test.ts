import { checkName, identifierOf, titleOf } from './name';

const taken = ['permits', 'engine'];

test.each(['pensions', 'social-security', 'a'])('%s can be a department', (name) => {
  expect(() => checkName(name, taken)).not.toThrow();
});

test.each([
  ['permits', 'permits is there already'],
  ['engine', 'engine is there already'],
  ['', 'use lower-case words'],
  ['Pensions', 'use lower-case words'],
  ['pensions-2', 'use lower-case words'],
  ['social_security', 'use lower-case words'],
  ['-pensions', 'use lower-case words'],
  ['pensions-', 'use lower-case words'],
  ['../pensions', 'use lower-case words'],
  ['a'.repeat(41), 'use lower-case words'],
  ['public', 'means something else in TypeScript'],
  ['class', 'means something else in TypeScript'],
  ['department', 'means something else in TypeScript'],
])('"%s" cannot: %s', (name, why) => {
  expect(() => checkName(name, taken)).toThrow(why);
});

test('what the department is called in code and in prose', () => {
  expect(identifierOf('family-planning-and-health')).toBe('familyPlanningAndHealth');
  expect(titleOf('family-planning-and-health')).toBe('Family planning and health');
});
