import { applicant, draftPath } from './applicant';
import { english, openSite, type OpenSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(applicant());
});
afterEach(() => site.close());

const path = '/apply/open-small-shop/check-answers';

test.each([
  [refusal(422, 'guardian-acts'), '父母或其他监护人', 'A parent or another guardian'],
  [refusal(422, 'age-outside', [{ pointer: '/package', detail: 'years' }]), '申请人的年龄', 'applicant’s age'],
  [
    refusal(422, 'district-differs', [{ pointer: '/district', detail: 'district' }]),
    '登记的区不一致',
    'another district',
  ],
  [refusal(404, 'resident-not-found'), '没有申请人的登记信息', 'not in the residents’ register'],
])('who cannot apply is told why and what to do, and the draft stays (%#)', async (answered, zh, en) => {
  site.answers['POST /api/applications'] = answered;
  for (const [language, told] of [
    [{}, zh],
    [english, en],
  ] as const) {
    const answer = await site.post(path, { key: 'k' }, { ...signedIn, ...language });
    expect(answer.status).toBe(422);
    const summary = /class="error-summary[\s\S]*?<\/ul>/.exec(await answer.text())?.[0];
    expect(summary).toContain(told);
    expect(summary).toContain('12345');
  }
  expect(site.calls.filter(({ method, path: of }) => method === 'DELETE' && of === draftPath)).toEqual([]);
});

test('a refused answer is shown at its question, and the draft stays', async () => {
  site.answers['POST /api/applications'] = refusal(422, 'invalid-answers', [
    { pointer: '/answers/reason', detail: '-' },
  ]);
  const answer = await site.post(path, { key: 'k' }, signedIn);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('href="#reason"');
  expect(site.calls.filter(({ method }) => method === 'DELETE')).toEqual([]);
});
