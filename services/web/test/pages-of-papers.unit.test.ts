import { applicant, draft } from './applicant';
import { type OpenSite, down, openSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(applicant());
});
afterEach(() => site.close());

const path = '/apply/open-small-shop/materials';
const draftPath = '/api/me/drafts/open-small-shop';
const html = async (address: string) => (await site.get(address, signedIn)).text();
const sent = (method: string, address: string) =>
  site.calls.filter((each) => each.method === method && each.path === address);
const upload = (body: FormData) =>
  fetch(`${site.url}${path}?material=sign-drawing`, { method: 'POST', headers: signedIn, body, redirect: 'manual' });

const papers = [
  { reference: 'm-1', name: '正面.jpg', size: 2_400_000, type: 'image/jpeg', used: false, uses: [] },
  { reference: 'm-2', name: '背面.pdf', size: 34_000, type: 'application/pdf', used: false, uses: [] },
  {
    ...{ reference: 'm-9', name: '去年.jpg', size: 1000, type: 'image/jpeg', used: true },
    uploadedAt: '2026-01-05T01:00:00Z',
    uses: [{ applicationNumber: 'LB9', code: 'sign-drawing' }],
  },
];
const page = (reference: string) => ({ code: 'sign-drawing', grade: 'C', reference }) as const;
const act = async (form: Record<string, string>) => {
  await site.post(`${path}?material=sign-drawing`, form, signedIn);
  return (sent('PUT', draftPath).at(-1)?.body as { materials: unknown }).materials;
};

test('the pages of a paper are shown in order, each with its picture, name, size and a way to look at it', async () => {
  site.answers['GET /api/me/materials'] = { papers };
  site.answers[`GET ${draftPath}`] = draft({ materials: [page('m-1'), page('m-2')] });
  const text = await html(path);
  expect(text).toMatch(/第 1 页 · 正面\.jpg[^]*2\.3 MB[^]*第 2 页 · 背面\.pdf[^]*33 KB/);
  expect(text).toContain('已上传 2 页');
  expect(text).toContain('src="/api/me/materials/m-1/preview"');
  expect(text).not.toContain('src="/api/me/materials/m-2/preview"');
  expect(text).toContain('href="/api/me/materials/m-2"');
});

test('a page is added behind the others, and one of them removed', async () => {
  site.answers[`GET ${draftPath}`] = draft({ materials: [page('m-1'), page('m-2')] });
  site.answers['UPLOAD /api/me/materials'] = { reference: 'm-3', grade: 'C' };
  const body = new FormData();
  body.append('file', new Blob(['%PDF-1.7']), 'sign.pdf');
  await upload(body);
  expect(sent('PUT', draftPath)[0]?.body).toMatchObject({ materials: [page('m-1'), page('m-2'), page('m-3')] });
  expect(await act({ act: 'remove', reference: 'm-1' })).toEqual([page('m-2')]);
});

test('what an earlier application named as this paper is offered with its date, and handed in again by one press', async () => {
  site.answers['GET /api/me/materials'] = { papers };
  site.answers[`GET ${draftPath}`] = draft({ materials: [page('m-1')] });
  expect(await html(path)).toContain('用 2026年1月5日 上传的这份');
  expect(await act({ act: 'reuse', reference: 'm-9' })).toEqual([page('m-1'), page('m-9')]);
  const before = sent('PUT', draftPath).length;
  expect((await site.post(`${path}?material=sign-drawing`, { act: 'reuse', reference: 'm-8' }, signedIn)).status).toBe(
    422,
  );
  expect(sent('PUT', draftPath)).toHaveLength(before);
});

test.each([
  [refusal(413, 'unknown'), '照片不能超过 20 MB'],
  [refusal(413, 'material-too-large'), '照片不能超过 20 MB'],
  [refusal(415, 'material-type'), '只收照片'],
  [refusal(415, 'file-heic'), '兼容性最佳'],
  [refusal(422, 'file-empty'), '文件是空的'],
  [refusal(422, 'file-broken'), '可能已损坏'],
  [refusal(422, 'file-locked'), '要输密码才能打开'],
  [refusal(422, 'file-infected'), '查出病毒'],
  [refusal(422, 'image-too-large'), '像素太高'],
  [Object.assign(down(), { slug: 'scanner-away' }), '现在不能检查文件有没有病毒'],
  [refusal(409, 'too-many-uploads'), '还没有提交的文件太多'],
  [refusal(409, 'uploads-of-a-day'), '今天上传的文件总量已达上限'],
  [down(), '上传没有成功'],
])('a file that was not taken is told at its field (%#)', async (answered, told) => {
  site.answers['UPLOAD /api/me/materials'] = answered;
  const body = new FormData();
  body.append('file', new Blob(['x']), 'sign.pdf');
  const answer = await upload(body);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toMatch(new RegExp(`<a href="#sign-drawing">[^]*${told}`));
  expect(sent('PUT', draftPath)).toEqual([]);
});
