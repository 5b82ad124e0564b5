import { effectOf, notApplied } from './offsets-ahead';

const about = { key: 'LB1', subject: 'LB1/sign', sequence: 2, headers: {} };

test('a request changes the case of its department; the department’s records change the application', () => {
  expect(effectOf('applications', { ...about, headers: { ce_department: 'permits' } })).toEqual({
    service: 'permits',
    kind: 'cases',
    id: 'LB1/sign',
    source: 'applications:LB1/sign',
  });
  expect(effectOf('permits', about)).toMatchObject({ service: 'applications', id: 'LB1', source: 'permits:LB1/sign' });
  expect(effectOf('applications', about)).toBeUndefined();
});

test('a group that committed past its document’s inbox is found', () => {
  const passed = new Map([['LB1 permits:LB1/sign', 2]]);
  expect(notApplied(passed, () => ({ 'permits:LB1/sign': 2 }))).toEqual([]);
  expect(notApplied(passed, () => ({ 'permits:LB1/sign': 1 }))).toHaveLength(1);
  expect(notApplied(passed, () => undefined)).toHaveLength(1);
});
