import type { FormField, HeldMaterial, PackageList } from '@lianban/rest-client';
import { applicant, draft, draftPath } from './applicant';
import { catalogue, down, english, openSite, type OpenSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(applicant());
});
afterEach(() => site.close());

const html = async (path: string, headers: Record<string, string> = signedIn) => (await site.get(path, headers)).text();
const sent = (method: string, path: string) =>
  site.calls.filter((each) => each.method === method && each.path === path);

describe('applying', () => {
  test('requires a sign-in, and returns to the page', async () => {
    const answer = await site.get('/apply/open-small-shop');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/auth/sign-in?return=%2Fapply%2Fopen-small-shop');
  });

  test('an answer submitted after the session ended is reported, not dropped silently', async () => {
    const answer = await site.post('/apply/open-small-shop/reason', { reason: 'other' });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('已经保存的草稿还在');
  });

  test('each answer is saved over the current draft, and leads to the next question', async () => {
    const answer = await site.post('/apply/open-small-shop/savingsCents', { savingsCents: '1万' }, signedIn);
    expect(answer.headers.get('location')).toBe('/apply/open-small-shop/premisesArea');
    const [put] = sent('PUT', draftPath);
    expect(put?.headers).toEqual({ 'If-Match': '"3"' });
    expect(put?.body).toEqual({
      materials: [],
      answers: { reason: 'contract-ended', lastWorkedOn: '2026-01-31', savingsCents: 1_000_000, premisesArea: 24 },
      step: 'savingsCents',
    });
    expect(put?.caller.token).toBe('resident-token');
  });

  test('what another device saved meanwhile is kept', async () => {
    let tries = 0;
    site.answers[`PUT ${draftPath}`] = () => (++tries === 1 ? refusal(412, 'changed-since') : draft());
    site.answers[`GET ${draftPath}`] = () =>
      draft({ version: 3 + tries, answers: tries ? { reason: 'resigned' } : {} });
    await site.post('/apply/open-small-shop/premisesArea', { premisesArea: '30' }, signedIn);
    expect(sent('PUT', draftPath).at(-1)).toMatchObject({
      headers: { 'If-Match': '"4"' },
      body: { answers: { reason: 'resigned', premisesArea: 30 } },
    });
  });

  test('a wrong answer is not saved; it is explained in either language and stays in the field', async () => {
    const answer = await site.post(
      '/apply/open-small-shop/savingsCents',
      { savingsCents: 'abc' },
      { ...signedIn, ...english },
    );
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('<a href="#savingsCents">Write the amount');
    expect(text).toContain('value="abc"');
    expect(sent('PUT', draftPath)).toEqual([]);
  });

  test('facts of the register are prefilled, with their source; an earlier answer is not overwritten', async () => {
    site.answers['GET /api/packages'] = withPrefill('savingsCents');
    site.answers['GET /api/me/profile?package=open-small-shop'] = {
      residentId: 'resident-2',
      name: '李',
      idNumberMasked: '4101**',
      fields: [
        { name: 'savingsCents', value: 500_000, source: { code: 'r', name: { zh: '家庭登记', en: 'Register' } } },
      ],
    };
    expect(await html('/apply/open-small-shop/savingsCents')).toContain('value="8000"');
    site.answers[`GET ${draftPath}`] = draft({ answers: {} });
    const text = await html('/apply/open-small-shop/savingsCents');
    expect(text).toContain('value="5000"');
    expect(text).toContain('家庭登记');
  });

  test('answering works while the register is down', async () => {
    site.answers['GET /api/packages'] = withPrefill('savingsCents');
    site.answers['GET /api/me/profile?package=open-small-shop'] = down();
    site.answers[`GET ${draftPath}`] = draft({ answers: {} });
    expect((await site.get('/apply/open-small-shop/savingsCents', signedIn)).status).toBe(200);
  });

  test('an answer that cannot be saved stays on the page, with what to do', async () => {
    site.answers[`PUT ${draftPath}`] = down();
    const answer = await site.post('/apply/open-small-shop/savingsCents', { savingsCents: '7654.32' }, signedIn);
    const text = await answer.text();
    expect(text).toContain('现在保存不了');
    expect(text).toContain('value="7654.32"');
  });

  test('ruled-out questions are not asked, and their earlier answers not submitted', async () => {
    const care = '/api/me/drafts/elderly-parent-care';
    const answers = { wantsMinimumLiving: false, wantsHomeAdaptation: false, ownerConsent: true };
    site.answers[`GET ${care}`] = draft({ answers });
    site.answers[`PUT ${care}`] = draft({ answers });
    site.answers[`DELETE ${care}`] = { discarded: true };
    const ruledOut = ['minimum-living', 'home-adaptation'].map((step) => ({
      step,
      prospect: 'not-asked',
      conditions: [],
      blockedBy: [],
    }));
    site.answers['POST /api/packages/elderly-parent-care/check'] = { steps: ruledOut };
    const path = '/apply/elderly-parent-care';
    expect(await html(path)).not.toContain('承重结构');
    const answer = await site.post(`${path}/wantsHomeAdaptation`, { wantsHomeAdaptation: 'no' }, signedIn);
    expect(answer.headers.get('location')).toBe(`${path}/wantsCaregiverCourse`);
    await site.post(`${path}/check-answers`, {}, signedIn);
    expect(sent('POST', '/api/applications')[0]?.body).toMatchObject({
      answers: { wantsMinimumLiving: false, wantsHomeAdaptation: false },
    });
    expect(sent('POST', '/api/applications')[0]?.body).not.toHaveProperty('answers.ownerConsent');
  });

  test('a change from the check page returns to it', async () => {
    const answer = await site.post('/apply/open-small-shop/reason?from=check-answers', { reason: 'other' }, signedIn);
    expect(answer.headers.get('location')).toMatch(/^\/apply\/open-small-shop\/check-answers\?of=[\w-]{32}$/);
  });
});

describe('submitting', () => {
  const path = '/apply/open-small-shop/check-answers';
  const keyIn = (text: string) => /name="key" value="([\w-]{8,128})"/.exec(text)?.[1] ?? '';

  test('sends the form’s answers under the key of the page, then discards the draft', async () => {
    const key = keyIn(await html(path));
    const answer = await site.post(path, { key }, signedIn);
    expect(answer.headers.get('location')).toBe('/applications/LB1/received');
    expect(sent('POST', '/api/applications')).toMatchObject([
      {
        headers: { 'Idempotency-Key': key },
        body: { package: 'open-small-shop', answers: { savingsCents: 800_000 }, materials: [] },
      },
    ]);
    expect(sent('DELETE', draftPath)).toMatchObject([{ headers: { 'If-Match': '"3"' } }]);
  });

  test('the same draft has the same key on every view; a changed draft has another', async () => {
    const first = keyIn(await html(path));
    expect(keyIn(await html(path))).toBe(first);
    site.answers[`GET ${draftPath}`] = draft({ version: 4 });
    expect(keyIn(await html(path))).not.toBe(first);
  });

  test('a second press leads to the same application and sends nothing; so does the back button', async () => {
    const [, link] = /href="([^"]*check-answers[^"]*)"/.exec(await html('/apply/open-small-shop')) ?? [];
    const key = keyIn(await html(link!));
    site.answers[`GET ${draftPath}`] = refusal(404, 'draft-not-found');
    site.answers[`GET /api/me/submissions/${key}`] = { applicationNumber: 'LB1' };
    for (const answer of [await site.post(path, { key }, signedIn), await site.get(link!, signedIn)])
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/applications/LB1/received']);
    expect(sent('POST', '/api/applications')).toEqual([]);
  });

  test('a repetition with another consent under the same key does not change the first', async () => {
    const key = keyIn(await html(path));
    site.answers['POST /api/applications'] = refusal(409, 'idempotency-key-reused');
    site.answers[`GET /api/me/submissions/${key}`] = { applicationNumber: 'LB1' };
    const answer = await site.post(path, { key }, signedIn);
    expect(answer.headers.get('location')).toBe('/applications/LB1/received');
  });

  test.each([
    [signedIn, '您填的内容刚刚有变化'],
    [{ ...signedIn, ...english }, 'Your answers have changed'],
  ])('what was saved since the page was shown is shown before it is handed in (%#)', async (headers, told) => {
    const key = keyIn(await html(path));
    site.answers[`GET ${draftPath}`] = draft({
      version: 4,
      answers: { reason: 'never-worked', savingsCents: 80_000_000, premisesArea: 24 },
    });
    const answer = await site.post(path, { key }, headers);
    expect(answer.status).toBe(422);
    const text = await answer.text();
    for (const word of [told, '¥800,000.00']) expect(text).toContain(word);
    expect(sent('POST', '/api/applications')).toEqual([]);
    expect((await site.post(path, { key: keyIn(text) }, headers)).status).toBe(303);
    expect(sent('POST', '/api/applications')).toMatchObject([{ body: { answers: { savingsCents: 80_000_000 } } }]);
  });

  test('a draft that no longer exists is not submitted as an empty one', async () => {
    const key = keyIn(await html(path));
    site.answers[`GET ${draftPath}`] = refusal(404, 'draft-not-found');
    const answer = await site.post(path, { key }, signedIn);
    expect([answer.status, sent('POST', '/api/applications')]).toEqual([422, []]);
  });

  test('an empty form is submitted as such, and is not mistaken for an older application', async () => {
    const care = '/apply/elderly-parent-care';
    const notChosen = { step: 'minimum-living', prospect: 'not-asked', conditions: [], blockedBy: [] };
    site.answers['POST /api/packages/elderly-parent-care/check'] = { steps: [notChosen] };
    const [, link] = /href="([^"]*check-answers[^"]*)"/.exec(await html(`${care}?for=self`)) ?? [];
    const key = keyIn(await html(link!));
    const answer = await site.post(`${care}/check-answers`, { key }, signedIn);
    expect(answer.headers.get('location')).toBe('/applications/LB1/received');
    const body = { package: 'elderly-parent-care', answers: {}, materials: [] };
    expect(sent('POST', '/api/applications')).toMatchObject([{ headers: { 'Idempotency-Key': key }, body }]);
    expect(keyIn(await html(`${care}/check-answers`))).not.toBe(key);
    expect(keyIn(await html(link!))).toBe(key);
  });

  test('a missing upload is named where it can be uploaded again', async () => {
    const materials: readonly HeldMaterial[] = [{ code: 'sign-drawing', grade: 'C', reference: 'm-1' }];
    site.answers[`GET ${draftPath}`] = draft({ materials });
    site.answers['POST /api/applications'] = refusal(422, 'invalid-materials', [
      { pointer: '/materials/0/reference', detail: '-' },
    ]);
    const text = await (await site.post(path, { key: keyIn(await html(path)) }, signedIn)).text();
    expect(text).toContain('<a href="#paper-sign-drawing">“招牌效果图”的文件已经不在了');
    expect(sent('PUT', draftPath)).toMatchObject([{ body: { materials: [] } }]);
    expect(text).toContain('还没有');
  });

  test('missing answers are asked for before anything is sent', async () => {
    site.answers[`GET ${draftPath}`] = draft({ answers: { reason: 'never-worked' } });
    const answer = await site.post(path, { key: 'k' }, signedIn);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('<a href="#savingsCents">未填写：家庭存款</a>');
    expect(sent('POST', '/api/applications')).toEqual([]);
  });

  test('with a service down the page says what still works, and the draft stays', async () => {
    site.answers['POST /api/applications'] = down();
    const answer = await site.post(path, { key: 'k' }, signedIn);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('再提交一次是安全的');
    expect(sent('DELETE', draftPath)).toEqual([]);
  });

  test('the confirmation shows the number, the departments, and the first date', async () => {
    const text = await html('/applications/LB1/received');
    for (const word of ['LB1', '行政审批局', '2026年3月3日']) expect(text).toContain(word);
  });
});

describe('materials', () => {
  const path = '/apply/open-small-shop/materials';
  const upload = (body: FormData) =>
    fetch(`${site.url}${path}?material=sign-drawing`, { method: 'POST', headers: signedIn, body, redirect: 'manual' });

  test('a file is streamed through, and the draft stores its reference', async () => {
    site.answers['UPLOAD /api/me/materials'] = { reference: 'm-1', grade: 'C' };
    const body = new FormData();
    body.append('file', new Blob(['%PDF-1.7']), 'sign.pdf');
    expect((await upload(body)).headers.get('location')).toBe(path);
    expect(sent('UPLOAD', '/api/me/materials')[0]?.body).toMatch(/^multipart\/form-data; boundary=/);
    expect(sent('PUT', draftPath)[0]?.body).toMatchObject({
      materials: [{ code: 'sign-drawing', grade: 'C', reference: 'm-1' }],
    });
  });

  test('a promise takes one click, and can be withdrawn', async () => {
    const authorisation = `${path}?material=household-authorisation`;
    site.answers['GET /api/packages'] = withoutShares();
    await site.post(authorisation.replace('open-small-shop', 'elderly-parent-care'), { act: 'promise' }, signedIn);
    expect(site.calls.at(-1)?.path).toBe('/api/me/drafts/elderly-parent-care');
  });
});

/** A step without a consent that replaces the paper. */
const withoutShares = (): unknown =>
  JSON.parse(JSON.stringify(catalogue, (key: string, value: unknown) => (key === 'shares' ? [] : value)));

const withPrefill = (name: string): PackageList => {
  const form = (of: readonly FormField[]) =>
    of.map((field) => (field.name === name ? { ...field, prefill: 'known' } : field));
  return { packages: catalogue.packages.map((each) => ({ ...each, form: form(each.form) })) };
};
