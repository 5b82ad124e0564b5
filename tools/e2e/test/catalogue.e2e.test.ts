import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationWhen, ended } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { decide, stepOf } from './harness/desk';
import { ops } from './harness/ops';
import { testServers } from './harness/servers';
import { layout, shopWithoutLayout } from './harness/shop';

const folder = mkdtempSync(join(tmpdir(), 'lianban-catalogue-'));
const saved = join(folder, 'saved');
let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'catalogue', servers: testServers(), residents: 3, apart: true });
});
afterAll(async () => {
  await city?.stop();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => ops(city, testServers().mongoUrl, 'catalogue', ...args);
const take = (...paths: string[]) => run('take', ...paths, '--reason', 'the council decided so', '--operator', 'op-1');
const processes = () => city.services.names.map((name) => city.services.pidOf(name));

interface Listed {
  readonly packages: readonly {
    readonly code: string;
    readonly version: number;
    readonly name: { readonly en: string };
    readonly form: readonly { readonly name: string }[];
  }[];
}
const shop = async () => {
  const { packages } = await city.resident(1).get<Listed>('/api/packages');
  return packages.find(({ code }) => code === 'open-small-shop')!;
};
const read = (name: string) => readFileSync(join(saved, name), 'utf8');
const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The licence asks for the number of seats; relief is asked of whoever has less than 30,000 yuan saved. */
function nextShop(): readonly string[] {
  const seats = '{ name: seats, label: { zh: 座位数, en: Seats }, type: integer, required: true }';
  const permits = read('permits.yaml');
  const [, licence = ''] = /( {2}- code: food-business-licence\n[\s\S]*?)\n {2}- code:/.exec(permits) ?? [];
  const next = licence
    .replace('version: 1\n', 'version: 2\n')
    .replace('    answers:\n', `    answers:\n      - ${seats}\n`);
  const form = `  - ${seats.replace(', required: true', '')}\nsteps:\n`;
  const text = read('packages/open-small-shop.v3.yaml')
    .replace('version: 3\n', 'version: 4\n')
    .replace('Starting a small shop after losing a job', 'A small shop of your own')
    .replace('savingsCents < 2000000', 'savingsCents < 3000000')
    .replace('steps:\n', form)
    .replace('food-business-licence@1', 'food-business-licence@2')
    .replace('answers: [premisesArea]', 'answers: [premisesArea, seats]');
  return [write('permits.yaml', `${permits}\n${next}\n`), write('open-small-shop.v4.yaml', text)];
}

test('an edited catalogue is taken by the running city, and applications under way keep theirs', async () => {
  const [before, began] = [processes(), city.assisted(1)];
  const first = await began.submit(shopWithoutLayout);
  await applicationWhen(began, first, 'the drawing is asked for', ended('waiting-for-you'));
  expect(await run('save', saved)).toMatchObject({ code: 0 });
  expect(await take(...nextShop())).toMatchObject({ code: 0, stdout: expect.stringContaining('version 1 is in use') });

  const offered = await shop();
  expect(offered).toMatchObject({ version: 4, name: { en: 'A small shop of your own' } });
  expect(offered.form.map(({ name }) => name)).toContain('seats');
  const resident = city.assisted(2);
  const answers = { ...shopWithoutLayout.answers, savingsCents: 2_500_000 };
  const second = await resident.submit({ ...shopWithoutLayout, answers });
  const asked = await applicationWhen(resident, second, 'seats are asked for', ended('waiting-for-you'));
  expect(stepOf(asked, 'licence')).toMatchObject({ missing: [{ code: 'hygiene-layout' }, { code: 'seats' }] });
  expect(stepOf(asked, 'relief').status).not.toBe('not-needed');

  await began.post(`/api/applications/${first}/steps/licence/supplement`, await layout(began));
  const granted = { outcome: 'granted', reason: 'conditions-met', findings: { inspection: 'passed' } };
  await decide(city.officer('permits'), first, 'licence', granted);
  await applicationWhen(began, first, 'it has ended', ended('completed'));
  expect(processes()).toEqual(before);
});

test('a wrong file is refused with each line, and the city goes on', async () => {
  const text = readFileSync(join(folder, 'open-small-shop.v4.yaml'), 'utf8')
    .replace('version: 4\n', 'version: 5\n')
    .replace('needs: [licence]', 'needs: [licences]')
    .replace('savingsCents < 3000000', 'savings < 3000000');
  const path = write('open-small-shop.v4.yaml', text);
  const lineOf = (found: string) => text.split(found, 1)[0]!.split('\n').length;
  const { code, stdout } = await take(path);
  expect(code).toBe(1);
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(`^${path}:${lineOf('when: savings ')}: "savings < 3000000" uses "savings", which is neither`),
    `${path}:${lineOf('needs: [licences]')}: step "sign" needs "licences", which is not a step of this package.`,
  ]);
  expect(await shop()).toMatchObject({ version: 3 });
  expect(await run('check', path)).toMatchObject({ code: 1, stdout });
});

test('what was taken survives a restart', async () => {
  await city.services.quit('applications');
  await city.services.start('applications');
  expect(await shop()).toMatchObject({ version: 4, name: { en: 'A small shop of your own' } });
  const { code, stdout } = await run('list');
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^version 1, .*taken by op-1/) });
});
