import { applicant, application, draft, draftPath, step } from './applicant';
import { mandate } from './forms';
import { english, openSite, type OpenSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite({ ...applicant(), 'GET /api/me/mandates?limit=100': { given: [], received: [mandate] } });
});
afterEach(() => site.close());

const html = async (path: string, headers: Record<string, string> = signedIn) => (await site.get(path, headers)).text();
const care = '/apply/elderly-parent-care';

describe('whom an application is for', () => {
  test('is asked first, where relatives often apply: oneself, whoever gave a mandate, or somebody who has yet to', async () => {
    const text = await html(care);
    for (const word of ['为谁申请？', '本人', '王秀英', '其他家人', '60 周岁']) expect(text).toContain(word);
    const chosen = (whom: string) =>
      site.post(`${care}/for`, { whom }, signedIn).then((answer) => answer.headers.get('location'));
    expect(await chosen('self')).toBe(`${care}?for=self`);
    expect(await chosen('resident-1')).toBe('/for/resident-1/apply/elderly-parent-care');
    expect(await chosen('new')).toBe('/me/mandates/new');
  });

  test('has to be chosen, and nobody can be chosen who gave no mandate', async () => {
    for (const form of [{}, { whom: 'resident-9' }]) {
      const answer = await site.post(`${care}/for`, form as Record<string, string>, signedIn);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('<a href="#whom">请选择为谁申请</a>');
    }
  });

  test('is not asked once it is known, nor where people apply for themselves', async () => {
    for (const path of [`${care}?for=self`, '/for/resident-1/apply/elderly-parent-care', '/apply/open-small-shop'])
      expect(await html(path)).not.toContain('为谁申请？');
  });
});

describe('an organisation', () => {
  const code = '91410105MA990001XW';
  const shop = {
    ...mandate,
    principal: { residentId: code, name: '示例餐饮有限公司', isOrganisation: true },
    packages: 'all' as const,
    confirmedBy: 'register',
  };
  beforeEach(() => {
    site.answers['GET /api/me/mandates?limit=100'] = { given: [], received: [shop] };
    site.answers[`GET ${draftPath}`] = refusal(404, 'draft-not-found');
  });

  test('is asked for where it can apply, and not where people alone can', async () => {
    for (const word of ['为谁申请？', '示例餐饮有限公司', '您可以代这个单位办理'])
      expect(await html('/apply/open-small-shop')).toContain(word);
    expect(await html(care)).not.toContain('示例餐饮有限公司');
  });

  test('is asked what its own steps need, and offered what is for organisations', async () => {
    const text = await html(`/for/${code}/apply/open-small-shop`);
    expect(text).toContain('经营面积');
    expect(text).not.toContain('失业原因');
    const offered = await html(`/for/${code}/apply`);
    expect(offered).toContain(`/for/${code}/apply/open-small-shop`);
    expect(offered).not.toContain('elderly-parent-care');
  });

  test('gives mandates by its legal representative', async () => {
    expect(await html('/me/mandates/new')).toContain('代谁办理？');
    site.answers['POST /api/me/mandates'] = {};
    const form = { direction: 'given', of: code, name: '高翔', idNumber: '11010519491231002X', packages: 'all' };
    await site.post('/me/mandates/new', { ...form, until: '2027-01-31' }, signedIn);
    expect(site.calls.find(({ path, method }) => method === 'POST' && path === '/api/me/mandates')?.body).toMatchObject(
      {
        organisation: code,
        to: { name: '高翔' },
      },
    );
  });
});

describe('whom the register keeps out', () => {
  test.each([
    [signedIn, '申请人的年龄', '60 周岁', '为家人申请'],
    [{ ...signedIn, ...english }, 'applicant’s age', 'aged 60 or over', 'Apply for a relative'],
  ])('is told so before the form, with what to do (%#)', async (headers, ...words) => {
    site.answers['GET /api/me/eligibility/elderly-parent-care'] = { why: 'age-outside' };
    const text = await html(`${care}?for=self`, headers);
    for (const word of [...words, 'href="tel:12345"']) expect(text).toContain(word);
    expect(text).not.toContain('check-answers');
  });

  test('fills the form in when nothing speaks against it, or the register cannot tell', async () => {
    for (const answer of [{}, { why: 'of-tomorrow' }, refusal(404, 'not-found')]) {
      site.answers['GET /api/me/eligibility/elderly-parent-care'] = answer;
      expect(await html(`${care}?for=self`)).toContain('check-answers');
    }
  });
});

describe('an application that is under way already', () => {
  const list = 'GET /api/applications?limit=20';
  test('is named before the form, with a link', async () => {
    site.answers[list] = { applications: [application()] };
    site.answers[`GET ${draftPath}`] = refusal(404, 'draft-not-found');
    expect(await html('/apply/open-small-shop')).toMatch(/已有一件同样的申请[^]*href="\/applications\/LB1"/);
    site.answers[list] = { applications: [application({ endedAt: '2026-03-05T01:00:00Z' })] };
    expect(await html('/apply/open-small-shop')).not.toContain('已有一件同样的申请');
  });

  test('is linked where the submission says so', async () => {
    site.answers[list] = { applications: [application()] };
    site.answers['POST /api/applications'] = refusal(409, 'application-open');
    const answer = await site.post('/apply/open-small-shop/check-answers', { key: 'k' }, signedIn);
    expect(await answer.text()).toMatch(/<a href="\/applications\/LB1">您已有一件同样的申请/);
  });
});

test('consents are asked for what is applied for alone: the check is told that nothing more comes', async () => {
  site.answers['GET /api/me/drafts/elderly-parent-care'] = draft({ answers: { wantsCaregiverCourse: true } });
  await html(`${care}/check-answers`);
  const asked = site.calls.filter(({ path }) => path === '/api/packages/elderly-parent-care/check');
  expect(asked.map(({ body }) => body)).toEqual([{ answers: { wantsCaregiverCourse: true }, complete: true }]);
});

describe('questions that hang on another answer', () => {
  const path = '/api/me/drafts/elderly-parent-care';
  beforeEach(() => (site.answers['POST /api/packages/elderly-parent-care/check'] = { steps: [] }));

  test('come up with it, and are required then', async () => {
    site.answers[`GET ${path}`] = draft({ answers: { wantsHomeAdaptation: true } });
    const text = await html(care);
    expect(text).toContain('承重结构');
    expect(text).not.toContain('check-answers');
    expect(await html(`${care}/ownerConsent`)).not.toContain('可以不填');
  });

  test('are not asked without it, nor is an earlier answer handed in', async () => {
    const answers = { wantsHomeAdaptation: false, ownerConsent: true };
    site.answers[`GET ${path}`] = draft({ answers });
    site.answers[`DELETE ${path}`] = {};
    expect(await html(care)).not.toContain('承重结构');
    const text = await html(`${care}/check-answers`);
    const key = /name="key" value="([\w-]+)"/.exec(text)?.[1] ?? '';
    await site.post(
      `${care}/check-answers`,
      { key, 'consent-social-assistance-minimum-living-allowance': 'no' },
      signedIn,
    );
    const sent = site.calls.find((call) => call.method === 'POST' && call.path === '/api/applications');
    expect(sent?.body).toMatchObject({ answers: { wantsHomeAdaptation: false } });
    expect(sent?.body).not.toHaveProperty('answers.ownerConsent');
  });
});

describe('acting for somebody', () => {
  test('consents name whose data it is', async () => {
    site.answers['GET /api/me/drafts/elderly-parent-care'] = draft({ answers: { wantsMinimumLiving: true } });
    site.answers['POST /api/packages/elderly-parent-care/check'] = { steps: [] };
    const text = await html('/for/resident-1/apply/elderly-parent-care/check-answers');
    expect(text).toMatch(/查询[^<]*王秀英[^<]*的数据/);
    expect(text).not.toContain('查询您的数据？');
  });

  test('after the mandate was revoked says so by name, and keeps what was typed', async () => {
    const revoked = { ...mandate, status: 'revoked' };
    site.answers['GET /api/me/mandates?limit=100'] = { given: [], received: [revoked] };
    const path = '/for/resident-1/apply/open-small-shop/savingsCents';
    const answer = await site.post(path, { savingsCents: '1234' }, signedIn);
    expect(answer.status).toBe(403);
    const text = await answer.text();
    for (const word of ['王秀英', '的委托已经失效', 'value="1234"', 'href="/me#mandates"'])
      expect(text).toContain(word);
  });
});

test('what cannot be taken back is asked once more', async () => {
  site.answers['GET /api/me/consents?limit=100'] = {
    consents: [
      {
        id: 'c-1',
        applicationNumber: 'LB1',
        to: 'permits',
        purpose: 'shopfront-sign',
        form: 'on-site',
        givenAt: '2026-03-02T01:00:00Z',
      },
    ],
  };
  for (const [path, words] of [
    ['/me/mandates/m-1/revoke', ['撤销这项委托？', '王秀英', 'action="/me/mandates/m-1"']],
    ['/me/consents/c-1/revoke', ['撤回这项同意？', '门头招牌', 'action="/me/consents/c-1"']],
    ['/apply/open-small-shop/discard', ['删除这份草稿？', '失业再就业开小店']],
  ] as const) {
    const text = await html(path);
    for (const word of words) expect(text).toContain(word);
  }
});

describe('the page of an application', () => {
  test('shows what was handed in: answers in words, papers by name', async () => {
    const reference = 'FM00000000-0000-4000-8000-000000000000';
    site.answers['GET /api/applications/LB1'] = application({
      answers: { reason: 'contract-ended', savingsCents: 800_000 },
      materials: [{ code: 'sign-drawing', grade: 'C', reference }],
    });
    const text = await html('/applications/LB1');
    for (const word of ['我提交的内容', '劳动合同到期', '¥8,000.00', '招牌效果图', `/api/me/materials/${reference}`])
      expect(text).toContain(word);
  });

  test('says that an answer is late, apologises, and names whom to call', async () => {
    site.answers['GET /api/applications/LB1'] = application({
      steps: [step('course', { status: 'accepted', promisedAt: '2026-03-03T15:59:59Z' })],
    });
    const late = await html('/applications/LB1');
    for (const word of ['现在已经超过，对不起', 'href="tel:12345"', '已超过承诺日期']) expect(late).toContain(word);
    site.answers['GET /api/applications/LB1'] = application({
      steps: [step('course', { status: 'accepted', promisedAt: '2099-03-03T15:59:59Z' })],
    });
    expect(await html('/applications/LB1')).not.toContain('对不起');
  });
});
