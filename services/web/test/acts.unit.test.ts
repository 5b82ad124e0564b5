import { applicant, application, step } from './applicant';
import { openSite, type OpenSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(applicant());
});
afterEach(() => site.close());

const html = async (path: string) => (await site.get(path, signedIn)).text();
const sent = (method: string, path: string) =>
  site.calls.filter((each) => each.method === method && each.path === path);

describe('acts on an application', () => {
  const underNotice = application({ steps: [step('course', { status: 'paused', reason: 'public-notice' })] });

  test('a withdrawal needs no reason, and says first what becomes of each item', async () => {
    const call = 'POST /api/applications/LB1/withdrawal';
    site.answers[call] = application();
    site.answers['GET /api/applications/LB1'] = application({
      steps: [step('course', { status: 'granted' }), step('sign'), step('relief', { status: 'refused' })],
    });
    const text = await html('/applications/LB1/withdraw');
    for (const [item, means] of [
      ['course', '由部门收回'],
      ['sign', '停止办理'],
      ['relief', '没有变化'],
    ] as const)
      expect(text).toContain(`<dt>事项${item}</dt><dd>${means}</dd>`);
    await site.post('/applications/LB1/withdraw', { reason: ' ' }, signedIn);
    expect(sent('POST', '/api/applications/LB1/withdrawal')[0]?.body).toEqual({ reason: '没有填写原因' });
  });

  test('an objection needs a reason', async () => {
    site.answers['GET /api/applications/LB1'] = underNotice;
    const answer = await site.post('/applications/LB1/steps/course/objection', { reason: ' ' }, signedIn);
    expect(await answer.text()).toContain('<a href="#reason">请写明原因');
  });

  test('outside a notice no objection is offered or taken, and the way of reconsideration is told', async () => {
    expect(await html('/applications/LB1')).not.toContain('提出异议');
    const path = '/applications/LB1/steps/course/objection';
    for (const answer of [await site.get(path, signedIn), await site.post(path, { reason: '不公平' }, signedIn)])
      expect(await answer.text()).toMatch(/现在不能提出异议[^]*60 日内申请行政复议/);
    expect(sent('POST', `/api${path}`)).toEqual([]);
    site.answers['GET /api/applications/LB1'] = underNotice;
    expect(await html('/applications/LB1')).toContain(`href="${path}"`);
  });

  test.each([
    ['withdraw', 'POST /api/applications/LB1/withdrawal'],
    ['steps/course/objection', 'POST /api/applications/LB1/steps/course/objection'],
  ])('%s says when it came too late', async (act, call) => {
    site.answers['GET /api/applications/LB1'] = underNotice;
    site.answers[call] = application();
    const path = `/applications/LB1/${act}`;
    expect((await site.post(path, { reason: '不需要了' }, signedIn)).headers.get('location')).toBe('/applications/LB1');
    site.answers[call] = refusal(409, 'already-ended');
    const late = await site.post(path, { reason: '不需要了' }, signedIn);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('现在不能这样做');
  });

  test('one text from one page is one objection; another text, or another page, is another', async () => {
    const path = '/applications/LB1/steps/course/objection';
    site.answers['GET /api/applications/LB1'] = underNotice;
    site.answers[`POST /api${path}`] = application();
    const keyIn = (page: string) => /name="key" value="([\w-]{8,64})"/.exec(page)?.[1] ?? 'none';
    const [one, two] = [keyIn(await html(path)), keyIn(await html(path))];
    expect(keyIn(await (await site.post(path, { reason: ' ', key: one }, signedIn)).text())).toBe(one);
    for (const [key, reason] of [
      [one, '名单有误'],
      [one, '名单有误'],
      [one, '他家有两套房'],
      [two, '名单有误'],
    ] as const)
      await site.post(path, { reason, key }, signedIn);
    const keys = sent('POST', `/api${path}`).map(({ headers }) => headers?.['Idempotency-Key']);
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
    expect(keys.every((key) => /^[\w-]{43}$/.test(key ?? ''))).toBe(true);
  });
});
