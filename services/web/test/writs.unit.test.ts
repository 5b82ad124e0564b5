import { fakeCity, refusalInWriting } from './fake-city';
import { mandate as inForce } from './forms';
import { down, english, openSite, type OpenSite, refusal, signedIn } from './site';

const number = 'LB20260302000001';
const list = `GET /api/applications/${number}/writs`;
let site: OpenSite;
beforeEach(async () => {
  site = await openSite(fakeCity());
});
afterEach(() => site.close());

const html = async (path: string, headers: Record<string, string> = signedIn) => (await site.get(path, headers)).text();

test('the page of an application lists what was told in writing, to read and as PDF', async () => {
  const text = await html(`/applications/${number}`);
  expect(text).toContain('不予批准决定书');
  expect(text).toContain(`href="/applications/${number}/writs/licence/2"`);
  expect(text).toContain(`href="/api/applications/${number}/writs/licence/2/pdf?language=zh-CN"`);
  expect(text).toContain(`href="/applications/${number}/receipt"`);
  // Of a department that does not answer it says so.
  expect(text).toContain('民政局（社会救助）的文书暂时读不到');
});

test('the newest three are shown, and earlier ones folded', async () => {
  const writs = [1, 2, 3, 4, 5].map((place) => ({
    ...refusalInWriting,
    ...{ place, number: `示例 ${place} 号`, issuedAt: `2026-03-0${place}T02:00:00Z` },
  }));
  site.answers[list] = { steps: [{ step: 'licence', department: 'permits', writs, handedIn: [] }] };
  const [open = '', folded = ''] = (await html(`/applications/${number}`)).split(
    '<summary>更早的文书（2 份）</summary>',
  );
  for (const place of [5, 4, 3]) expect(open).toContain(`示例 ${place} 号`);
  for (const place of [2, 1])
    expect([open.includes(`示例 ${place} 号`), folded.includes(`示例 ${place} 号`)]).toEqual([false, true]);
});

test.each([
  ['a department that is away', down()],
  ['a gateway of the previous release', refusal(404, 'not-found')],
])('%s takes nothing else from the page', async (_what, answer) => {
  site.answers[list] = answer;
  const text = await html(`/applications/${number}`);
  expect(text).toContain('文书和回执');
  expect(text).toContain('需要您处理');
});

test.each([
  [{}, '李建国：', '理由：现场核查不合格。', '不具有签章效力'],
  [english, 'To 李建国', 'The reason: the inspection.', 'it is no seal in law'],
])('a document has every word of it, whom it is for, and what it is not (%#)', async (language, to, reason, noSeal) => {
  const text = await html(`/applications/${number}/writs/licence/2`, { ...signedIn, ...language });
  for (const words of [to, reason, noSeal, refusalInWriting.number, 'ab'.repeat(32)]) expect(text).toContain(words);
});

test('one that is not there is not found', async () => {
  for (const path of ['licence/3', 'relief/1', 'course/2'])
    expect((await site.get(`/applications/${number}/writs/${path}`, signedIn)).status).toBe(404);
});

test('the receipt says number, day, what for and what was handed in, and that it is no acceptance', async () => {
  const text = await html(`/applications/${number}/receipt`);
  for (const words of [number, '收件回执', '失业再就业开小店', '2026年3月2日', '经营场所证明', '不表示受理或者批准'])
    expect(text).toContain(words);
  expect(text).toContain(`href="/api/applications/${number}/receipt.pdf?language=zh-CN"`);
});

test('an agent keeps to the principal’s paths, and their files name the principal', async () => {
  site.answers['GET /api/me/mandates?limit=100'] = { given: [], received: [inForce] };
  const text = await html(`/for/resident-1/applications/${number}`);
  expect(text).toContain(`href="/for/resident-1/applications/${number}/writs/licence/2"`);
  expect(text).toContain(`/writs/licence/2/pdf?language=zh-CN&amp;for=resident-1"`);
});
