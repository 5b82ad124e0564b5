import { invalidConsents } from './consents';
import { loadCatalogue } from './load';

const found = loadCatalogue().find('elderly-parent-care')!;
const consent = { from: 'residents', to: 'social-assistance', purpose: 'minimum-living-allowance', version: '2026-1' };

test('a consent to a share of the package, in its words of today', () => {
  expect(invalidConsents(found, [consent])).toBeUndefined();
});

test.each([
  [{ to: 'permits' }, 'invalid-consents', '/consents/1'],
  [{ purpose: 'temporary-relief' }, 'invalid-consents', '/consents/1'],
  [{ from: 'employment' }, 'invalid-consents', '/consents/1'],
  [{ version: '2025-1' }, 'consent-outdated', '/consents/1/version'],
])('%j is refused as %s', (more, refused, pointer) => {
  expect(invalidConsents(found, [consent, { ...consent, ...more }])).toMatchObject({ refused, pointer });
});

test('where the law lets the department ask, there is nothing to agree to', () => {
  const shop = loadCatalogue().find('open-small-shop')!;
  const relief = { ...consent, purpose: 'temporary-relief' };
  expect(invalidConsents(shop, [relief])).toMatchObject({ refused: 'invalid-consents' });
});
