import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShownApplication } from '../src/demo/client';
import { applicationWhen, stands, waitFor } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { act, caseWhen, stepOf } from '../src/desk';
import { ops } from './harness/ops';
import { testServers } from './harness/servers';
import { wholeShop } from './harness/shop';
import { SiteVisitor } from './harness/site';

const folder = mkdtempSync(join(tmpdir(), 'lianban-year-end-'));
let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'year-end', servers: testServers(), residents: 4, issuer: true, apart: true });
  // From Monday 2 March to Friday 18 December.
  await city.moveDays(291);
});
afterAll(async () => {
  await city?.stop();
  rmSync(folder, { recursive: true });
});

const holidays = (...args: string[]) => ops(city, testServers().mongoUrl, 'holidays', ...args);
const take = (path: string) => holidays('take', path, '--reason', 'the notice is out', '--operator', 'op-1');

/** As a notice might have it: 4 January is off, and 9 January is worked for it. */
const table = `year: 2027
notice: { number: 国办发明电〔2026〕9号, date: 2026-12-18 }
holidays:
  - { name: 元旦, from: 2027-01-01, to: 2027-01-04 }
  - { name: 春节, from: 2027-02-05, to: 2027-02-11 }
  - { name: 清明节, from: 2027-04-03, to: 2027-04-05 }
  - { name: 劳动节, from: 2027-05-01, to: 2027-05-05 }
  - { name: 端午节, from: 2027-06-09, to: 2027-06-09 }
  - { name: 中秋节, from: 2027-09-15, to: 2027-09-15 }
  - { name: 国庆节, from: 2027-10-01, to: 2027-10-07 }
workdays: [2027-01-09, 2027-02-20]
`;
const fileOf = (text: string): string => {
  const path = join(folder, '2027.yaml');
  writeFileSync(path, text);
  return path;
};
/** Ten working days after 18 December, and fifteen: the made-up Saturday brings the second back to where it was. */
const provisional = ['2027-01-04', true, '2027-01-11', true];
const certain = ['2027-01-05', false, '2027-01-11', false];
const dayOf = (at = '') => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

interface Provisional {
  readonly promisedAt?: string;
  readonly promisedProvisional?: true;
  readonly statutoryAt?: string;
  readonly statutoryProvisional?: true;
  readonly dueAt?: string;
  readonly dueProvisional?: true;
}
const datesOf = (of: object) => {
  const { promisedAt, promisedProvisional, statutoryAt, statutoryProvisional } = of as Provisional;
  return [dayOf(promisedAt), promisedProvisional ?? false, dayOf(statutoryAt), statutoryProvisional ?? false];
};

let care = '';
const step = 'assessment';
const assessor = () => city.officer('elderly-care');
const resident = () => city.resident(1);
const shown = (now: ShownApplication) => datesOf(stepOf(now, step));

test('every package is taken in December, before the holidays of the next year are known', async () => {
  const { packages } = await city.resident(1).get<{ packages: { code: string }[] }>('/api/packages');
  expect(packages.map(({ code }) => code)).toEqual(expect.arrayContaining(['elderly-parent-care', 'open-small-shop']));
  const laidOff = { ...wholeShop, answers: { ...wholeShop.answers, lastWorkedOn: '2026-11-30' } };
  const shop = await city.assisted(2).submit(laidOff);
  care = await resident().submit({ package: 'elderly-parent-care', answers: {}, materials: [] });
  const asked = await applicationWhen(resident(), care, 'it is under way', stands(step, 'requested'));
  expect((stepOf(asked, step) as Provisional).dueProvisional).toBe(true);
  // A rule decides as on any day.
  await applicationWhen(city.resident(2), shop, 'it is registered', stands('registration', 'granted'));
});

test('dates beyond the table are marked, for the officer, the resident and on the pages of both languages', async () => {
  await caseWhen(assessor(), care, step, 'received');
  const accepted = await act(assessor(), care, step, 'acceptance');
  expect(datesOf(accepted)).toEqual(provisional);
  expect(accepted).toMatchObject({ clock: { dueProvisional: true } });
  const told = await applicationWhen(resident(), care, 'it is accepted', stands(step, 'accepted'));
  expect(shown(told)).toEqual(provisional);

  const visitor = new SiteVisitor(city.url);
  await visitor.signIn('resident-1');
  const page = async (path: string) => (await visitor.visit(path)).response.text();
  for (const path of [`/applications/${care}`, `/applications/${care}/received`])
    expect(await page(path)).toContain('暂定，以国务院公布的放假安排为准');
  await visitor.press(new URL('/settings', city.url), { language: 'en', return: '/' });
  expect(await page(`/applications/${care}`)).toContain('provisional, until the State Council publishes');
});

test('a table with a mistake is refused with its line, and nothing is changed', async () => {
  const wrong = fileOf(table.replace('from: 2027-02-05', 'from: 2027-02-06'));
  for (const answer of [await holidays('check', wrong), await take(wrong)])
    expect(answer).toMatchObject({ code: 1, stdout: expect.stringContaining('2027.yaml:3: these are off by law') });
  expect(await holidays('list')).toMatchObject({ code: 0, stdout: expect.stringContaining('no year was taken') });
});

test('the command sets the dates right, once, also where a service was away and died in the middle', async () => {
  const others = () =>
    city.services.names.filter((name) => name !== 'elderly-care').map((name) => city.services.pidOf(name));
  const before = others();
  await city.services.kill('elderly-care');
  expect(await take(fileOf(table))).toMatchObject({ code: 0, stdout: expect.stringContaining('every process counts') });
  // It dies between the change and the record that tells of it.
  await city.services.startToEnd('elderly-care', { FAILPOINT: 'after-commit@1' });
  await city.services.start('elderly-care');

  const isRight = (now: ShownApplication) => !(stepOf(now, step) as Provisional).promisedProvisional;
  const told = await applicationWhen(resident(), care, 'its dates are certain', isRight);
  expect(shown(told)).toEqual(certain);
  expect(datesOf(await assessor().get(`/api/desk/cases/${care}/${step}`))).toEqual(certain);
  await waitFor('applications has set its own dates right', async () => {
    const left = await city
      .collection('applications', 'applications')
      .countDocuments({ 'state.provisionalAfter': { $exists: true } });
    return left === 0 || undefined;
  });
  expect(others()).toEqual(before);

  expect(await take(fileOf(table))).toMatchObject({ code: 0 });
  expect(await take(fileOf(`${table}\n`))).toMatchObject({ code: 2, stderr: expect.stringContaining('is taken once') });
  expect(await holidays('list')).toMatchObject({ code: 0, stdout: expect.stringContaining('taken by op-1') });
  const later = await resident().get<ShownApplication>(`/api/applications/${care}`);
  expect(later.timeline.filter(({ what }) => what === 'limits-set')).toHaveLength(1);
});

test('topics and documents agree, each subject counts from one, and nothing is parked', async () => {
  expect((await auditOf(city)).faults).toEqual([]);
});
