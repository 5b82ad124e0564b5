import { shownText } from '@lianban/browser-testing';
import { fakeCity } from './fake-city';
import { openSite, type OpenSite, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(fakeCity());
});
afterEach(() => site.close());

/** A page without what calls the service line, and without errors of a form: these lead to their fields. */
const withoutCalls = (html: string): string =>
  html
    .replace(/<a href="tel:(12345|12333)">\1<\/a>/g, '')
    .replace(/<div class="error-summary".*?<\/div>/gs, '')
    .replace(/<p class="field-error".*?<\/p>|id="[^"]*-error"/gs, '');

test.each([
  '/',
  '/help',
  '/privacy',
  '/accessibility',
  '/search?q=nothing-like-it',
  '/areas/social-welfare',
  '/things/open-small-shop',
  '/applications/LB20260302000001',
  '/applications/LB20260302000002',
  '/applications/LB20260302000001/received',
  '/applications/LB99999999999999',
  '/me',
])('one press calls the service line wherever it stands on %s', async (path) => {
  for (const language of ['zh-CN', 'en']) {
    const html = await (await site.get(path, { ...signedIn, Cookie: `lang=${language}` })).text();
    expect(html).toContain('<a href="tel:12345">12345</a>');
    expect(shownText(withoutCalls(html))).not.toMatch(/(?<!\d)123(45|33)(?!\d)/);
  }
});
