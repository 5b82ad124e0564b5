import { applicant, application, draft, draftPath, step } from './applicant';
import { mandate as inForce } from './forms';
import { catalogue, down, english, openSite, type OpenSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(applicant());
});
afterEach(() => site.close());

const html = async (path: string, headers: Record<string, string> = signedIn) => (await site.get(path, headers)).text();
const sent = (method: string, path: string) =>
  site.calls.filter((each) => each.method === method && each.path === path);

describe('acting for a principal', () => {
  const mandate = (more: object = {}) => ({ ...inForce, ...more });

  test('calls the API on their behalf, says so on the page, and keeps to their paths', async () => {
    site.answers['GET /api/me/mandates?limit=100'] = { given: [], received: [mandate()] };
    const text = await html('/for/resident-1/apply/open-small-shop');
    expect(text).toContain('您正在代王秀英办理');
    expect(text).toContain('href="/for/resident-1/apply/open-small-shop/reason"');
    expect(sent('GET', draftPath)[0]?.caller.actingFor).toBe('resident-1');
    expect(await html('/for/resident-1/applications/LB1')).toContain(
      'data-live="/api/applications/LB1/events?for=resident-1"',
    );
    const answer = await site.post('/for/resident-1/apply/open-small-shop/reason', { reason: 'other' }, signedIn);
    expect(answer.headers.get('location')).toBe('/for/resident-1/apply/open-small-shop/lastWorkedOn');
  });

  test.each([[[]], [[mandate({ status: 'revoked' })]], [[mandate({ principal: { residentId: 'resident-9' } })]]])(
    'without a mandate in force nothing is asked (%#)',
    async (received) => {
      site.answers['GET /api/me/mandates?limit=100'] = { given: [], received };
      expect((await site.get('/for/resident-1/apply/open-small-shop', signedIn)).status).toBe(403);
      expect(sent('GET', draftPath)).toEqual([]);
    },
  );

  test('a draft for one person is not shown with another’s', async () => {
    site.answers['GET /api/me/mandates?limit=100'] = { given: [], received: [mandate()] };
    const listed = { ...draft(), package: 'open-small-shop' };
    site.answers['GET /api/me/drafts'] = { drafts: [{ ...listed, for: 'resident-7' }] };
    expect(await html('/for/resident-1/applications')).not.toContain('未提交的草稿');
    site.answers['GET /api/me/drafts'] = { drafts: [{ ...listed, for: 'resident-1' }] };
    expect(await html('/for/resident-1/applications')).toContain('未提交的草稿');
  });
});

describe('a new mandate', () => {
  const path = '/me/mandates/new';
  const form = {
    direction: 'received',
    name: '王秀兰',
    idNumber: ' １１0105 19491231 002x',
    until: '2026-12-31',
    packages: 'all',
  };

  test('is asked for by name and ID number, as people type them', async () => {
    site.answers['POST /api/me/mandates'] = {};
    expect((await site.post(path, form, signedIn)).headers.get('location')).toBe('/me');
    expect(sent('POST', '/api/me/mandates')[0]?.body).toEqual({
      from: { idKind: 'identity-card', idNumber: '11010519491231002X', name: '王秀兰' },
      packages: 'all',
      until: '2026-12-31',
    });
  });

  test('for an unknown person says only that name and number do not match, and keeps the input', async () => {
    site.answers['POST /api/me/mandates'] = refusal(422, 'person-not-identified', [{ pointer: '/from', detail: '-' }]);
    const text = await (await site.post(path, form, signedIn)).text();
    expect(text).toContain('<a href="#idNumber">姓名和证件号码对不上，或者没有登记');
    expect(text).toContain('value="王秀兰"');
  });

  test('too many unanswered requests are explained', async () => {
    site.answers['POST /api/me/mandates'] = refusal(409, 'too-many-open-asks');
    const text = await (await site.post(path, form, signedIn)).text();
    expect(text).toContain('<a href="#idNumber">您申请的委托还有多项没有得到答复');
  });

  test.each([
    [{ idNumber: '123' }, 'idNumber'],
    [{ name: ' ' }, 'name'],
    [{ until: 'soon' }, 'until'],
  ])('%j is not sent', async (wrong, field) => {
    const answer = await site.post(path, { ...form, ...wrong }, signedIn);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`<a href="#${field}">`);
    expect(sent('POST', '/api/me/mandates')).toEqual([]);
  });
});

describe('the page of an application', () => {
  test('shows first what waits for the resident, with the missing things and the time limit', async () => {
    const supplement = step('licence', {
      status: 'supplement',
      missing: [{ code: 'hygiene-layout' }],
      // The step's own limit is some days later.
      dueAt: '2026-04-04T15:59:59Z',
    });
    const asked = { at: '2026-03-02T01:00:00Z', what: 'supplement-requested', step: 'licence' };
    site.answers['GET /api/applications/LB1'] = application({
      status: 'waiting-for-you',
      steps: [step('course'), supplement],
      timeline: [asked, { ...asked, until: '2026-04-01T15:59:59Z' }, { ...asked, step: 'course' }],
    });
    const text = await html('/applications/LB1');
    expect(text.indexOf('需要您处理')).toBeLessThan(text.indexOf('办理进度'));
    expect(text).toContain('请在 2026年4月1日星期三 前补正');
    expect(await html('/applications/LB1/steps/licence/supplement')).toContain('请在 2026年4月1日星期三 前补正');
    expect(text).toContain('<li>布局流程图</li>');
    expect(text).toContain('/applications/LB1/steps/licence/supplement');
  });

  test('explains a refusal rule by rule, with how to appeal', async () => {
    const grounds = [
      { rule: '食品安全法 art. 33', version: '2021', explanation: 'The inspection must be passed.', met: false },
    ];
    const refused = step('licence', { status: 'refused', reason: 'inspection-failed', grounds });
    site.answers['GET /api/applications/LB1'] = application({
      status: 'refused',
      endedAt: '2026-03-05T01:00:00Z',
      steps: [refused],
    });
    const text = await html('/applications/LB1');
    for (const word of ['现场核查不合格', '食品安全法 art. 33', '不符合', '行政复议']) expect(text).toContain(word);
    expect(text).not.toContain('data-live');
  });

  test('says that a rule refused, and offers a person to look at it while there is time', async () => {
    const refused = { status: 'refused', decidedBy: 'rule', reviewBy: '2026-05-04T01:00:00Z' } as const;
    site.answers['GET /api/applications/LB1'] = application({ status: 'refused', steps: [step('licence', refused)] });
    const text = await html('/applications/LB1');
    for (const words of ['没有经过人工', '申请人工复核', '2026年5月4日']) expect(text).toContain(words);
    const form = await html('/applications/LB1/steps/licence/objection');
    expect(form).toContain('<h1>申请人工复核：');
    const reviewed = step('licence', { status: 'accepted', decidedBy: 'rule', reviewed: true });
    site.answers['GET /api/applications/LB1'] = application({ steps: [reviewed] });
    const during = await html('/applications/LB1');
    expect(during).toContain('您申请了人工复核');
    expect(during).not.toContain('没有经过人工');
    const byPerson = step('licence', { status: 'refused', decidedBy: 'officer' });
    site.answers['GET /api/applications/LB1'] = application({ status: 'refused', steps: [byPerson] });
    expect(await html('/applications/LB1')).not.toContain('人工复核');
  });

  test('shows grounds in the reader’s language, with facts and codes as words', async () => {
    const ground = (more: object) => ({
      rule: 'r',
      version: 'demo-2026',
      explanation: 'English.',
      met: false,
      ...more,
    });
    const words = { code: 'by', label: { zh: '认知障碍', en: 'mental disorder' } };
    const text = { zh: '须低于 {line} 元，因为：{by}', en: 'Below {line} yuan because of: {by}' };
    const { packages } = JSON.parse(JSON.stringify(catalogue)) as {
      packages: { steps: { id: string; item: object }[] }[];
    };
    for (const each of packages.flatMap(({ steps }) => steps))
      Object.assign(each.item, {
        grounds: [{ code: 'line', rule: { zh: '第九条', en: 'art. 9' }, text }],
        words: [words],
      });
    site.answers['GET /api/packages'] = { packages };
    const grounds = [
      ground({ code: 'line', facts: { line: '760.00', by: 'by, other' } }),
      ground({ code: 'officer-refused', facts: { reason: 'inspection-failed' } }),
      ground({ code: 'of-tomorrow' }),
    ];
    site.answers['GET /api/applications/LB1'] = application({
      steps: [step('licence', { status: 'refused', grounds })],
    });
    const zh = await html('/applications/LB1');
    for (const word of ['第九条', '须低于 760.00 元，因为：认知障碍、其他情形', '不予批准：现场核查不合格'])
      expect(zh).toContain(word);
    expect(zh).toContain('详细说明请向办理部门或 ');
    expect(zh).not.toContain('English.');
    expect(await html('/applications/LB1', { ...signedIn, ...english })).toContain(
      'Below 760.00 yuan because of: mental disorder, another one',
    );
  });

  test('tells an acceptance by lapse, and what was not chosen from what does not qualify', async () => {
    const timeline = [{ at: '2026-03-09T01:00:00Z', what: 'accepted', step: 'course', detail: 'deemed' }];
    const steps = [
      step('course', { status: 'not-needed', reason: 'wantsMinimumLiving = true' }),
      step('relief', { status: 'not-needed', reason: 'savingsCents < 2000000' }),
    ];
    site.answers['GET /api/applications/LB1'] = application({ timeline, steps });
    const text = await html('/applications/LB1');
    for (const words of ['逾期未告知，视为受理', '>未申请<', '>不符合条件，不办理<']) expect(text).toContain(words);
  });

  test('explains a dismissed objection', async () => {
    const timeline = [
      { at: '2026-03-02T01:00:00Z', what: 'objection-dismissed', step: 'course', detail: 'no-notice-open' },
    ];
    site.answers['GET /api/applications/LB1'] = application({ timeline });
    const text = await html('/applications/LB1');
    expect(text).toContain('异议不予受理');
    expect(text).toContain('异议只能在公示期内提出');
  });

  test('shows officers’ messages before the departments’ progress; a department that is down hides nothing else', async () => {
    const messages = [
      { step: 'course', department: 'employment', text: '<b>请周五来</b>', at: '2026-03-02T02:00:00Z' },
    ];
    site.answers['GET /api/applications/LB1/messages'] = { messages };
    const text = await html('/applications/LB1');
    expect(text).toContain('&lt;b&gt;请周五来&lt;/b&gt;');
    expect(text.indexOf('部门给您的留言')).toBeLessThan(text.indexOf('办理进度'));
    site.answers['GET /api/applications/LB1/messages'] = down();
    expect(await html('/applications/LB1')).toContain('留言暂时读不到');
  });

  const message = (at: string, unread: boolean) => ({ step: 'course', department: 'employment', text: at, at, unread });
  const [early, late] = ['2026-03-02T02:00:00.000Z', '2026-03-03T02:00:00.000Z'];
  const read = 'POST /api/applications/LB1/messages/read';

  test('marks unread messages, and stores the read mark', async () => {
    site.answers['GET /api/applications/LB1/messages'] = { messages: [message(early, false), message(late, true)] };
    site.answers[read] = { until: late };
    const text = await html('/applications/LB1');
    expect(text.match(/<span class="tag tag-wait">新<\/span>/g)).toHaveLength(1);
    expect(sent('POST', '/api/applications/LB1/messages/read').map(({ body }) => body)).toEqual([{ until: late }]);
  });

  test('stores no read mark when nothing is unread or the mark is unknown', async () => {
    const unknown = { ...message(late, true), unread: undefined };
    site.answers['GET /api/applications/LB1/messages'] = { messages: [message(early, false), unknown] };
    expect(await html('/applications/LB1')).not.toContain('>新<');
    expect(sent('POST', '/api/applications/LB1/messages/read')).toEqual([]);
  });

  test('is shown when the read mark cannot be stored', async () => {
    site.answers['GET /api/applications/LB1/messages'] = { messages: [message(late, true)] };
    site.answers[read] = down();
    expect(await html('/applications/LB1')).toContain('部门给您的留言');
  });

  test('is not found for another resident', async () => {
    expect((await site.get('/applications/LB2', signedIn)).status).toBe(404);
  });
});
