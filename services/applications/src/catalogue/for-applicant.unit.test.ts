import { forApplicant } from './for-applicant';
import { loadCatalogue } from './load';

const { find } = loadCatalogue();
const shop = find('open-small-shop')!;

test('an organisation opens a shop with licence and sign, and is asked for its premises alone', () => {
  const own = forApplicant(shop, 'organisation')!;
  expect(own.steps.map(({ id, needs }) => [id, needs])).toEqual([
    ['licence', []],
    ['sign', ['licence']],
  ]);
  expect(own.plan.steps.map(({ id }) => id)).toEqual(['licence', 'sign']);
  expect(own.form.map(({ name }) => name)).toEqual(['premisesArea']);
});

test('a person has all of it', () => {
  expect(forApplicant(shop, 'person')).toBe(shop);
});

test('what is for people alone is not for organisations', () => {
  expect(forApplicant(find('newborn')!, 'organisation')).toBeUndefined();
});
