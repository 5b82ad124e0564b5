import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShownApplication } from '../src/demo/client';
import { applicationWhen, stands, waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { act, caseWhen, stepOf } from './harness/desk';
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

let shop = '';
let care = '';

test('every package is taken in December, before the holidays of the next year are known', async () => {
  const { packages } = await city.resident(1).get<{ packages: { code: string }[] }>('/api/packages');
  expect(packages.map(({ code }) => code).toSorted()).toEqual(['elderly-parent-care', 'open-small-shop']);
  shop = await city.assisted(1).submit(wholeShop);
  care = await city.resident(2).submit({ package: 'elderly-parent-care', answers: {}, materials: [] });
  const asked = await applicationWhen(city.resident(2), care, 'it is under way', stands('assessment', 'requested'));
  expect((stepOf(asked, 'assessment') as Provisional).dueProvisional).toBe(true);
});

test('dates beyond the table are marked, for the officer, the resident and on the pages of both languages', async () => {
  const officer = city.officer('permits');
  await caseWhen(officer, shop, 'licence', 'received');
  const accepted = await act(officer, shop, 'licence', 'acceptance');
  expect(datesOf(accepted)).toEqual(['2027-01-04', true, '2027-01-18', true]);
  expect(accepted).toMatchObject({ clock: { dueProvisional: true } });
  const told = await applicationWhen(city.resident(1), shop, 'it is accepted', stands('licence', 'accepted'));
  expect(datesOf(stepOf(told, 'licence'))).toEqual(['2027-01-04', true, '2027-01-18', true]);

  const visitor = new SiteVisitor(city.url);
  await visitor.signIn('resident-1');
  const page = async (path: string) => (await visitor.visit(path)).response.text();
  for (const path of [`/applications/${shop}`, `/applications/${shop}/received`])
    expect(await page(path)).toContain('暂定，以国务院公布的放假安排为准');
  expect(await page(`/applications/${shop}?lang=en`)).toContain('provisional, until the State Council publishes');
});

test('a table with a mistake is refused with its line, and nothing is changed', async () => {
  const wrong = fileOf(table.replace('from: 2027-02-05', 'from: 2027-02-06'));
  for (const answer of [await holidays('check', wrong), await take(wrong)])
    expect(answer).toMatchObject({ code: 1, stdout: expect.stringContaining('2027.yaml:3: these are off by law') });
  expect(await holidays('list')).toMatchObject({ code: 0, stdout: expect.stringContaining('no year was taken') });
});

test('the command sets the dates right, once, also where a process was away or died in the middle', async () => {
  const processes = () => city.services.names.map((name) => city.services.pidOf(name));
  const [officer, resident] = [city.officer('permits'), city.resident(1)];
  await city.services.kill('permits');
  await city.services.startToEnd('permits', { FAILPOINT: 'after-commit' }).catch(() => undefined);
  await city.services.start('permits');
  const before = processes();
  expect(await take(fileOf(table))).toMatchObject({ code: 0, stdout: expect.stringContaining('every process counts') });
  const isRight = (now: ShownApplication) => !(stepOf(now, 'licence') as Provisional).promisedProvisional;
  const told = await applicationWhen(resident, shop, 'its dates are certain', isRight);
  // A day later for New Year’s bridge; the Saturday made up for it brings the other back to where it was.
  const right = ['2027-01-05', false, '2027-01-18', false];
  expect(datesOf(stepOf(told, 'licence'))).toEqual(right);
  expect(datesOf(await officer.get(`/api/desk/cases/${shop}/licence`))).toEqual(right);
  expect(told.timeline.map(({ what }) => what)).toContain('limits-set');
  await waitFor('applications has set its own date right', async () => {
    const { steps } = await city.resident(2).get<ShownApplication>(`/api/applications/${care}`);
    return steps.every((step) => !(step as Provisional).dueProvisional) || undefined;
  });
  expect(processes()).toEqual(before);
  expect(await take(fileOf(table))).toMatchObject({ code: 0 });
  expect(await take(fileOf(`${table}\n`))).toMatchObject({ code: 1, stderr: expect.stringContaining('is taken once') });
  const records = await city
    .collection('permits', 'cases')
    .countDocuments({ 'state.file.clock.provisionalAfter': { $exists: true } });
  expect(records).toBe(0);
  const later = await resident.get<ShownApplication>(`/api/applications/${shop}`);
  expect(later.timeline.filter(({ what }) => what === 'limits-set')).toHaveLength(1);
});
