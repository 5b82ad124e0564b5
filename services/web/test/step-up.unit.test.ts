import { type OpenSite, english, openSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite({
    'POST /api/me/mandates': refusal(401, 'step-up-needed'),
    'GET /api/me/sessions': refusal(401, 'step-up-needed'),
  });
});
afterEach(() => site.close());

const mandate = {
  direction: 'given',
  idNumber: '11010519491231002X',
  name: '李秀英',
  until: '2026-12-31',
  packages: 'all',
};

test('a mandate that takes a fresh sign-in leads there, and what was typed stays on the page', async () => {
  const response = await site.post('/me/mandates/new', mandate, { ...signedIn, ...english });
  const text = await response.text();
  expect(response.status).toBe(401);
  expect(text).toContain('Please sign in once more');
  expect(text).toContain('href="/auth/sign-in?return=%2Fme&amp;fresh=1"');
  expect(text).toContain(`name="name" value="${mandate.name}"`);
});

test('a page that takes a stronger sign-in is come back to', async () => {
  const response = await site.get('/me/sessions', signedIn);
  expect(response.headers.get('location')).toBe('/auth/sign-in?return=%2Fme%2Fsessions&fresh=1');
});
