import { isOfStep } from './step-subject';

test.each([
  ['a step', 'LB20260302000003/registration', true],
  ['an entitlement a step granted', 'LB20260302000003/subsidy/childcare-subsidy', false],
  ['the news of an application', 'LB20260302000003/-news', false],
  ['the application itself', 'LB20260302000003', false],
])('the subject of %s', (_, subject, expected) => {
  expect(isOfStep(subject)).toBe(expected);
});
