import { applicant, application, draft, step } from './applicant';
import { english, openSite, type OpenSite, refusal, signedIn } from './site';

const draftPath = '/api/me/drafts/elderly-parent-care';
const check = 'POST /api/packages/elderly-parent-care/check';
const field = 'consent-social-assistance-minimum-living-allowance';
const consent = {
  from: 'residents',
  to: 'social-assistance',
  purpose: 'minimum-living-allowance',
  version: '2026-1',
};

let site: OpenSite;
beforeEach(async () => {
  site = await openSite({
    ...applicant(),
    [`GET ${draftPath}`]: draft({ answers: { wantsMinimumLiving: true } }),
    [`DELETE ${draftPath}`]: { discarded: true },
    [check]: { steps: [prospect('asked')] },
  });
});
afterEach(() => site.close());

const prospect = (of: string) => ({ step: 'minimum-living', prospect: of, conditions: [], blockedBy: [] });
const sent = (path: string) => site.calls.filter((each) => each.method === 'POST' && each.path === path);

describe('the check page', () => {
  const path = '/apply/elderly-parent-care/check-answers';
  const handIn = (form: Record<string, string>) => site.post(path, form, signedIn);

  test.each([
    [signedIn, ['民政局（社会救助）向人口库查询', '存款、房产和车辆', '民发〔2021〕57 号', '不同意']],
    [
      { ...signedIn, ...english },
      ['Social assistance asks the population register', 'savings, homes and cars', 'Min Fa'],
    ],
  ])('says who is told what, what for and by which law; nothing is chosen for anybody (%#)', async (headers, words) => {
    const text = await (await site.get(path, headers)).text();
    for (const word of words) expect(text).toContain(word);
    expect(text.match(/type="radio"/g)).toHaveLength(2);
    expect(text).not.toContain('checked');
  });

  test('without a choice nothing is sent, and the question is marked', async () => {
    const answer = await handIn({});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`<a href="#${field}">请选择是否同意`);
    expect(sent('/api/applications')).toEqual([]);
  });

  test('with consent the application carries it, with the version of the text shown', async () => {
    expect((await handIn({ [field]: 'yes' })).headers.get('location')).toBe('/applications/LB1/received');
    expect(sent('/api/applications')[0]?.body).toMatchObject({ consents: [consent], materials: [] });
  });

  test('the consent names the version the page showed, also after the text has changed', async () => {
    const text = await (await site.get(path, signedIn)).text();
    expect(text).toContain(`name="${field}-version" value="2026-1"`);
    await handIn({ [field]: 'yes', [`${field}-version`]: '2025-4' });
    expect(sent('/api/applications')[0]?.body).toMatchObject({ consents: [{ ...consent, version: '2025-4' }] });
  });

  test('without consent the application is sent without it', async () => {
    expect((await handIn({ [field]: 'no' })).status).toBe(303);
    expect(sent('/api/applications')[0]?.body).not.toHaveProperty('consents');
  });

  test('consents of ruled-out steps are not asked for', async () => {
    site.answers[check] = { steps: [prospect('not-asked')] };
    expect(await (await site.get(path, signedIn)).text()).not.toContain(field);
    expect((await handIn({})).status).toBe(303);
  });

  test('a text that changed meanwhile must be read again; the choice is kept', async () => {
    site.answers['POST /api/applications'] = refusal(422, 'consent-outdated', [
      { pointer: '/consents/0/version', detail: '-' },
    ]);
    const text = await (await handIn({ [field]: 'yes' })).text();
    expect(text).toContain(`<a href="#${field}">说明刚刚有变化`);
  });

  test('a share by legal duty is announced, without a choice', async () => {
    site.answers['POST /api/packages/open-small-shop/check'] = { steps: [] };
    const text = await (await site.get('/apply/open-small-shop/check-answers', signedIn)).text();
    expect(text).toContain('依法向人口库核查，无需另行授权');
    expect(text).not.toContain('type="radio"');
  });

  test('the paper a consent replaces is not asked for', async () => {
    const text = await (await site.get('/apply/elderly-parent-care/materials', signedIn)).text();
    expect(text).not.toContain('核对授权书');
  });
});

describe('a department that waits for a consent', () => {
  const path = '/applications/LB1/steps/minimum-living/supplement';
  beforeEach(() => {
    const missing = [{ code: 'household-authorisation', note: '-' }];
    site.answers['GET /api/applications/LB1'] = application({
      package: 'elderly-parent-care',
      steps: [step('minimum-living', { status: 'supplement', missing })],
    });
    site.answers['POST /api/applications/LB1/steps/minimum-living/supplement'] = application();
  });

  test('gets it from the supplement page', async () => {
    const text = await (await site.get(path, signedIn)).text();
    expect(text).toContain(`name="${field}"`);
    expect(text).not.toContain('type="file"');
    expect((await site.post(path, { [field]: 'yes' }, signedIn)).headers.get('location')).toBe('/applications/LB1');
    expect(sent('/api/applications/LB1/steps/minimum-living/supplement')[0]?.body).toMatchObject({
      consents: [consent],
    });
  });

  test.each([{}, { [field]: 'no' }])('gets no supplement without consent (%#)', async (form) => {
    const answer = await site.post(path, form as Record<string, string>, signedIn);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('这一项不能继续');
  });
});

describe('given consents', () => {
  const given = {
    id: 'LB1.social-assistance.minimum-living-allowance',
    applicationNumber: 'LB1',
    to: 'social-assistance',
    purpose: 'minimum-living-allowance',
    form: 'on-site',
    givenAt: '2026-03-02T01:00:00Z',
  };
  const myData = (consents: object[]) => {
    site.answers['GET /api/me/reads?limit=20&own=false'] = { reads: [] };
    site.answers['GET /api/me/mandates?limit=50'] = { given: [], received: [] };
    site.answers['GET /api/me/consents?limit=50'] = { consents };
    return site.get('/me', signedIn).then((answer) => answer.text());
  };

  test('are listed with their application, and can be revoked', async () => {
    const text = await myData([given]);
    for (const word of ['民政局（社会救助） · 最低生活保障', '2026年3月2日星期一同意', '有效', '撤回同意'])
      expect(text).toContain(word);
    const path = `/api/me/consents/${given.id}/revocation`;
    site.answers[`POST ${path}`] = {};
    expect((await site.post(`/me/consents/${given.id}`, { act: 'revoke' }, signedIn)).status).toBe(303);
    expect(sent(path)).toHaveLength(1);
  });

  test('revoked, show the time and cannot be revoked again', async () => {
    const text = await myData([{ ...given, revokedAt: '2026-03-05T01:00:00Z' }]);
    expect(text).toContain('2026年3月5日星期四撤回');
    expect(text).not.toContain('value="revoke"');
  });
});
