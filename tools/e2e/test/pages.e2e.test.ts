import { waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';
import { SiteVisitor } from './harness/site';

let city: TestCity;
let visitor: SiteVisitor;
beforeAll(async () => {
  city = await startCity({ name: 'pages', servers: testServers(), residents: 2, issuer: true });
  visitor = new SiteVisitor(city.url);
  await visitor.signIn('resident-1');
  // A gateway that started before the others connects to them within two seconds.
  const isThere = async () => (await page('/apply/open-small-shop/materials')).includes('招牌效果图') || undefined;
  await waitFor('materials can be handed in', isThere);
});
afterAll(() => city?.stop());

/** As it is kept: writing it anew changes nothing. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWP4//8/AAX+Av5Y8msOAAAAAElFTkSuQmCC',
  'base64',
);
const twentyMegabytes = 20 * 1024 * 1024;

/** Sends a file as a form without scripts does. */
async function upload(content: Uint8Array<ArrayBuffer>, name: string, type: string) {
  const body = new FormData();
  body.append('file', new Blob([content], { type }), name);
  const { url, response } = await visitor.visit('/apply/open-small-shop/materials?material=sign-drawing', {
    method: 'POST',
    body,
    headers: { 'Sec-Fetch-Site': 'same-origin', Origin: city.url },
  });
  return { path: url.pathname, status: response.status, text: await response.text() };
}
const page = async (path: string) => (await visitor.visit(path)).response.text();
const press = (path: string, form: Record<string, string>) => visitor.press(new URL(path, city.url), form);

test.each([
  ['no picture at all', Buffer.from('just text'), 'note.txt', 'text/plain', '只收照片'],
  ['text that calls itself a picture', Buffer.from('just text'), 'plan.png', 'image/png', '只收照片'],
  ['the signature of a PNG', png.subarray(0, 8), 'plan.png', 'image/png', '可能已损坏'],
  ['nothing', Buffer.alloc(0), 'plan.png', 'image/png', '文件是空的'],
  [
    'a file too large',
    Buffer.concat([png, Buffer.alloc(twentyMegabytes)]),
    'big.png',
    'image/png',
    '照片不能超过 20 MB',
  ],
])('%s is refused at its field, and nothing is stored', async (_, content, name, type, message) => {
  const { status, text } = await upload(new Uint8Array(content), name, type);
  expect([status, text.includes(message)]).toEqual([422, true]);
  expect(await page('/apply/open-small-shop/materials')).not.toContain('已上传');
  const files = city.collection('applications', 'materials');
  expect(await files.countDocuments({ 'state.status': 'kept' })).toBe(0);
});

test('an upload is stored, referenced by the draft, and downloaded unchanged', async () => {
  const { path, text } = await upload(new Uint8Array(png), '招牌 plan.png', 'application/octet-stream');
  expect([path, text.includes('已上传'), text.includes('招牌 plan.png')]).toEqual([
    '/apply/open-small-shop/materials',
    true,
    true,
  ]);
  const [kept] = await city.collection('applications', 'materials').find({ 'state.status': 'kept' }).toArray();
  const back = await visitor.visit(`/api/me/materials/${String(kept!._id)}`);
  expect(Buffer.from(await back.response.arrayBuffer()).equals(png)).toBe(true);
});

test('a consent is asked for on the last page, goes with the application, and is revoked under "my data"', async () => {
  const apply = '/apply/elderly-parent-care';
  await press(`${apply}/wantsMinimumLiving`, { wantsMinimumLiving: 'yes' });
  await press(`${apply}/wantsHomeAdaptation`, { wantsHomeAdaptation: 'no' });
  const text = await page(`${apply}/check-answers`);
  expect(text).not.toContain('承重结构');
  const key = /name="key" value="([\w-]+)"/.exec(text)?.[1] ?? '';
  const field = 'consent-social-assistance-minimum-living-allowance';
  const undecided = await press(`${apply}/check-answers`, { key });
  expect(undecided.response.status).toBe(422);
  const { url } = await press(`${apply}/check-answers`, { key, [field]: 'yes' });
  expect(url.pathname).toMatch(/^\/applications\/LB\d+\/received$/);

  const number = url.pathname.split('/')[2]!;
  await waitFor('the means are known', async () =>
    (await page(`/applications/${number}`)).includes('正在公示') ? true : undefined,
  );
  const mine = await page('/me');
  const consent = new RegExp(`/me/consents/(${number}[.\\w-]+)`).exec(mine)?.[1] ?? '';
  await press(`/me/consents/${consent}`, { act: 'revoke' });
  expect(await page('/me')).toContain('已撤回');
});
