import { application, applicant, step } from './applicant';
import { type OpenSite, openSite, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(applicant());
});
afterEach(() => site.close());

const waiting = (...statuses: string[]) =>
  application({ status: 'waiting-for-you', steps: statuses.map((status) => step(status, { status })) });

test.each([
  ['supplement', '/applications/LB1', '补正材料：'],
  ['payable', '/charges/LB1/payable', '待缴费：'],
  ['offered', '/applications/LB1', '选择预约时间：'],
])('what waits is named and leads to where it is done: %s', async (status, path, words) => {
  site.answers['GET /api/applications?limit=20'] = { applications: [waiting('granted', status)] };
  const text = await (await site.get('/todo', signedIn)).text();
  expect(text).toContain('data-todo="1"');
  expect(text).toMatch(new RegExp(`<a href="${path}">${words}`));
});

test('a fee and a missing paper are two things to do', async () => {
  site.answers['GET /api/applications?limit=20'] = { applications: [waiting('payable', 'supplement')] };
  expect(await (await site.get('/todo', signedIn)).text()).toContain('data-todo="2"');
});
