import { recheckBy } from './assistance-end';

// areas.md §1: dibao households are re-checked within 3 months of death.
test.each([
  ['2026-03-10', '2026-06-10'],
  ['2026-11-30', '2027-02-28'],
])('died on %s, the household is checked again by %s', (diedOn, by) => {
  expect(recheckBy(diedOn)).toBe(by);
});
