import { checkName, identifierOf, packageOf, titleOf, typeNameOf } from './name';

const taken = ['permits', 'engine'];
const kind = { what: 'a department', imports: ['department', 'items'] };

test.each(['pensions', 'social-security', 'a'])('%s can be a department', (name) => {
  expect(() => checkName(name, taken, kind)).not.toThrow();
});

test.each([
  ['permits', 'permits is there already'],
  ['engine', 'engine is there already'],
  ['', 'cannot be a department: use lower-case words'],
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
  expect(() => checkName(name, taken, kind)).toThrow(why);
});

test('what it is called in code, in contracts and in prose', () => {
  const name = 'family-planning-and-health';
  expect(identifierOf(name)).toBe('familyPlanningAndHealth');
  expect(typeNameOf(name)).toBe('FamilyPlanningAndHealth');
  expect(packageOf(name)).toBe('family_planning_and_health');
  expect(titleOf(name)).toBe('Family planning and health');
});
