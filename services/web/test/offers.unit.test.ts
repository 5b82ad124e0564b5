import { type OpenSite, english, openSite, signedIn } from './site';

const offer = (whom: string) => ({
  for: whom,
  package: 'open-small-shop',
  because: { zh: '您有残疾人证', en: 'You have a disability certificate' },
  law: { zh: '国发〔2015〕52号', en: 'Guofa (2015) No. 52' },
  toldBy: 'social-welfare',
  since: '2026-03-02T01:00:00Z',
});
let site: OpenSite;
beforeEach(async () => {
  site = await openSite({
    'GET /api/me/offers': { offers: [offer('r-1'), offer('r-child')] },
    'GET /api/me/profile': { residentId: 'r-1', name: '王秀兰', idNumberMasked: '410105***1' },
    'POST /api/me/offers/open-small-shop/refusal': { offers: [] },
  });
});
afterEach(() => site.close());

test('what is offered is shown with what is known, who said so and the law, and one press leads to the form', async () => {
  const text = await (await site.get('/offers', signedIn)).text();
  expect(text).toContain('您有残疾人证');
  expect(text).toContain('国发〔2015〕52号');
  expect(text).toContain('href="/apply/open-small-shop"');
  expect(text.match(/为您的孩子/g)).toHaveLength(1);
  const inEnglish = await (await site.get('/offers', { ...signedIn, ...english })).text();
  expect(inEnglish).toContain('You have a disability certificate');
  expect(inEnglish).toContain('Not for me');
});

test('“not for me” is one press, for oneself or for a child', async () => {
  const response = await site.post('/offers/open-small-shop', { for: 'r-child' }, signedIn);
  expect([response.status, response.headers.get('location')]).toEqual([303, '/offers']);
  expect(site.calls.filter(({ method }) => method === 'POST')).toMatchObject([{ body: { for: 'r-child' } }]);
});

test('home and the to-do list lead there', async () => {
  for (const path of ['/', '/todo']) expect(await (await site.get(path, signedIn)).text()).toContain('href="/offers"');
});
