import { guardianship } from './guardianship';

const member = (residentId: string, guardianOf?: readonly string[]) => ({
  ...{ residentId, monthlyIncomeCents: 0, severeDisability: false },
  ...(guardianOf && { guardianOf }),
});
const members = [member('mother', ['child']), member('uncle'), member('child')];
const of = (agentId: string, birthDate: string, today = '2026-03-02') =>
  guardianship(members, { agentId, childId: 'child', birthDate }, today);

// 民法典 art. 27: parents are guardians of a minor; 23: guardians act for them; 17: until eighteen.
test('a guardian may everything until the first moment of the eighteenth birthday', () => {
  expect(of('mother', '2017-03-02')).toEqual({
    packages: [],
    until: new Date('2035-03-01T16:00:00Z'),
    mandates: ['guardian-of-child'],
  });
});

test.each([
  ['somebody who only lives with them', 'uncle', '2017-03-02'],
  ['the child of themselves', 'child', '2017-03-02'],
  ['a stranger', 'stranger', '2017-03-02'],
  ['a guardian of before, on the eighteenth birthday', 'mother', '2008-03-02'],
])('%s may nothing by it', (_who, agentId, birthDate) => {
  expect(of(agentId, birthDate)).toBeUndefined();
});

test('on the day before the eighteenth birthday it still holds', () => {
  expect(of('mother', '2008-03-03')).toBeDefined();
});
