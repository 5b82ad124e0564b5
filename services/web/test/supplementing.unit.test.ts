import { applicant, application, step } from './applicant';
import { openSite, type OpenSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(applicant());
});
afterEach(() => site.close());

const path = '/applications/LB1/steps/licence/supplement';
const handedIn = () => site.calls.filter((each) => each.method === 'POST' && each.path === `/api${path}`);

test('files are collected one by one, then submitted together', async () => {
  const missing = [
    { code: 'hygiene-layout', note: '-' },
    { code: 'premisesArea', note: '-' },
  ];
  site.answers['GET /api/applications/LB1'] = application({
    steps: [step('licence', { status: 'supplement', missing })],
  });
  site.answers['UPLOAD /api/me/materials'] = { reference: 'm-7', grade: 'C' };
  site.answers[`POST /api${path}`] = application();
  const upload = async (query: string) => {
    const body = new FormData();
    body.append('file', new Blob(['x']), 'layout.pdf');
    const address = `${site.url}${path}?material=hygiene-layout${query}`;
    const uploaded = await fetch(address, { method: 'POST', headers: signedIn, body, redirect: 'manual' });
    return uploaded.headers.get('location') ?? '';
  };
  expect(await upload('')).toBe(`${path}?held=hygiene-layout~C~m-7`);
  site.answers['UPLOAD /api/me/materials'] = { reference: 'm-8', grade: 'C' };
  const place = await upload('&held=hygiene-layout~C~m-7');
  expect(decodeURIComponent(place)).toBe(`${path}?held=hygiene-layout~C~m-7,hygiene-layout~C~m-8`);
  await site.post(place, { premisesArea: '24' }, signedIn);
  expect(handedIn()[0]?.body).toEqual({
    answers: { premisesArea: 24 },
    materials: ['m-7', 'm-8'].map((reference) => ({ code: 'hygiene-layout', grade: 'C', reference })),
  });
  expect((await site.post(path, {}, signedIn)).status).toBe(422);
});

test('a supplement sent twice is one; an answer to a new demand is another', async () => {
  site.answers[`POST /api${path}`] = application();
  const asked = (at: string) => {
    const missing = [{ code: 'premisesArea', note: '-' }];
    const timeline = [{ at, what: 'supplement-requested', step: 'licence' }];
    const steps = [step('licence', { status: 'supplement', missing })];
    site.answers['GET /api/applications/LB1'] = application({ steps, timeline });
  };
  const send = async (premisesArea: string) => site.post(path, { premisesArea }, signedIn);
  asked('2026-03-02T01:00:00Z');
  await Promise.all([send('24'), send('24')]);
  await send('25');
  asked('2026-03-09T01:00:00Z');
  await send('24');
  const keys = handedIn().map(({ headers }) => headers?.['Idempotency-Key']);
  expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 2, 3]);
});

test('a repetition after a lost answer leads to the application', async () => {
  site.answers['GET /api/applications/LB1'] = application({ steps: [step('licence', { status: 'requested' })] });
  const response = await site.post(path, { premisesArea: '24' }, signedIn);
  expect([response.status, response.headers.get('location')]).toEqual([303, '/applications/LB1']);
  expect(handedIn()).toEqual([]);
  expect((await site.get(path, signedIn)).status).toBe(404);
});

test('a missing upload is named at its paper, where it can be uploaded again; other input stays', async () => {
  const missing = ['hygiene-layout', 'premisesArea'].map((code) => ({ code, note: '-' }));
  site.answers['GET /api/applications/LB1'] = application({
    steps: [step('licence', { status: 'supplement', missing })],
  });
  const errors = [{ pointer: '/materials/0/reference', detail: '-' }];
  site.answers[`POST /api${path}`] = refusal(422, 'invalid-materials', errors);
  const answer = await site.post(`${path}?held=hygiene-layout~C~m-7`, { premisesArea: '24' }, signedIn);
  expect(answer.status).toBe(422);
  const text = await answer.text();
  for (const word of ['<a href="#hygiene-layout">', '的文件已经不在了', 'type="file"', 'value="24"'])
    expect(text).toContain(word);
  expect(text).not.toMatch(/action="[^"]*m-7/);
});
