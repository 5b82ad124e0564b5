import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applications } from '@lianban/applications';
import { department } from '@lianban/casework';
import { permits } from '@lianban/permits';
import { applications as own, casework } from '@lianban/protos';
import { type Running, type ServiceSpec, readConfig } from '@lianban/runtime';
import { requestTopics } from '@lianban/steps';
import { createLog } from '@lianban/telemetry';
import { City, answered, tally, until } from '@lianban/testing';
import { catalogueCheck } from '../src/catalogue/check';
import { givenFiles } from '../src/catalogue/files';
import { catalogueList, catalogueSave } from '../src/catalogue/list';
import { catalogueTake } from '../src/catalogue/take';
import { type CityInspector, inspectCity } from '../src/inspect/city';

const { v1 } = casework;
const Service = own.v1.ApplicationsServiceService;
const folder = mkdtempSync(join(tmpdir(), 'city-catalogue-'));
const city = new City();
const { telling } = city;
let ops: CityInspector;
let service: Running;
let calls: ReturnType<typeof city.caller<typeof Service>>;
const look = async () => {
  await ops?.close();
  ops = await inspectCity(readConfig(city.servers.env), createLog('test', 'silent'));
};

beforeAll(async () => {
  await city.open();
  service = await city.start(applications);
  await city.start(permits);
  calls = city.caller(service, Service);
  await look();
});
afterAll(async () => {
  await ops?.close();
  await city.close();
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};
const why = { operator: 'op-1', reason: 'a test' };
const take = (...paths: string[]) => catalogueTake(ops, givenFiles(paths), why);
const problemsOf = ({ data }: { readonly data: unknown }) =>
  (data as { readonly problems: readonly { file: string; line: number; sentence: string }[] }).problems.map(
    ({ file, line, sentence }) => `${file.replace(`${folder}/`, '')}:${line}: ${sentence}`,
  );
const versions = async () =>
  ((await catalogueList(ops)).data as { processes: readonly { service: string; version: number }[] }).processes.map(
    (each) => `${each.service} ${each.version}`,
  );

/** A package of one step. */
const signs = (version: number, item: string, { name = 'A sign', answers = '', form = '[]', more = '' } = {}) => `
code: sign-alone
version: ${version}
name: { zh: 招牌, en: ${name} }
description: { zh: 招牌。, en: A sign. }
synonyms: { zh: [], en: [] }
whoCanApply: { zh: 居民, en: Residents }
withdrawal: keep
cancellationDays: 5
compensationDays: 5
graceDays: 3
form: ${form}
steps:
  - id: sign
    item: ${item}
    limitDays: 25
    onRefusal: stop
    answers: [${answers}]
${more}`;
const width = '[{ name: signWidth, label: { zh: 宽, en: Width }, type: number }]';

const submit = async (residentId: string): Promise<string> => {
  const asked = {
    ...{ package: 'sign-alone', residentId, district: '410105', answers: {}, materials: [], consents: [] },
    ...{ idempotencyKey: `key-${residentId}`, agent: undefined, registered: undefined },
  };
  return answered(await calls.submit(own.v1.SubmitRequest.fromPartial(asked))).applicationNumber;
};
/** To a counter, where the original is looked at. */
const bringDrawing = async (applicationNumber: string, residentId: string) => {
  const materials = [{ code: 'sign-drawing', grade: 'B', reference: 'ZY-2026-000123' }];
  const supplement = own.v1.SupplementRequest.fromPartial({ applicationNumber, residentId, step: 'sign', materials });
  answered(await calls.supplement(supplement, { onBehalfOf: 'officer:o-1' }));
};
const missingOf = async (number: string) =>
  (await telling.next(v1.SupplementRequested, `${number}/sign`)).missing.map(({ code }) => code);

test('a city runs on the files that come with its services until it takes others', async () => {
  expect(await versions()).toEqual(['applications 0', 'permits 0']);
  const saved = join(folder, 'saved');
  await catalogueSave(ops, saved);
  expect(readFileSync(join(saved, 'permits.yaml'), 'utf8')).toContain('department: permits');
  expect((await catalogueCheck(ops, givenFiles([saved]))).lines).toEqual([
    expect.stringMatching(/^nothing is wrong: 13 departments/),
  ]);
});

test('every mistake of a wrong file is told by file and line, and the city goes on as it was', async () => {
  const text = signs(1, 'permits/shopfront-sine@1', { answers: 'width', more: '    when: width >\n' });
  const path = write('wrong.yaml', text);
  const lineOf = (found: string) => text.split(found, 1)[0]!.split('\n').length;
  expect(problemsOf(await take(path))).toEqual([
    `wrong.yaml:${lineOf('item:')}: there is no item "permits/shopfront-sine@1" in the catalogue.`,
    `wrong.yaml:${lineOf('answers:')}: step "sign" receives "width", which is neither a field of the form nor an answer of its item.`,
    expect.stringContaining(`wrong.yaml:${lineOf('when:')}: "width >" is not a FEEL expression`),
    expect.stringContaining(`wrong.yaml:${lineOf('when:')}: step "sign": when and whenMeans go together.`),
  ]);
  expect(await versions()).toEqual(['applications 0', 'permits 0']);
});

test('what is taken is offered at once; an application goes on by the version it was submitted with', async () => {
  expect((await take(write('sign.v1.yaml', signs(1, 'permits/shopfront-sign@1')))).data).toEqual({ version: 1 });
  expect(await versions()).toEqual(['applications 1', 'permits 1']);
  const first = await submit('r-1');
  expect(await missingOf(first)).toEqual(['sign-drawing']);

  const permitsText = readFileSync(join(folder, 'saved', 'permits.yaml'), 'utf8');
  const sign = permitsText.slice(permitsText.indexOf('  - code: shopfront-sign'));
  const question =
    '    answers:\n      - { name: signWidth, label: { zh: 宽, en: Width }, type: number, required: true }\n';
  const second = sign.replace('version: 1\n', 'version: 2\n').replace('    materials:', `${question}    materials:`);
  const more = { name: 'A new sign', form: width, answers: 'signWidth' };
  await take(
    write('permits.yaml', `${permitsText}\n${second}`),
    write('sign.v2.yaml', signs(2, 'permits/shopfront-sign@2', more)),
  );
  const { packages } = answered(await calls.listPackages({}));
  expect(packages.find(({ code }) => code === 'sign-alone')).toMatchObject({ version: 2, name: { en: 'A new sign' } });
  expect(await missingOf(await submit('r-2'))).toEqual(['sign-drawing', 'signWidth']);

  await bringDrawing(first, 'r-1');
  // By the first version nothing else is missing: it is decided.
  expect(await telling.next(v1.StepDecided, `${first}/sign`)).toMatchObject({ reason: 'licence-not-granted' });
});

test('what cases run on is changed by a next version only; words are corrected where they stand', async () => {
  const limit = signs(1, 'permits/shopfront-sign@1').replace('limitDays: 25', 'limitDays: 30');
  const line = limit.split('limitDays', 1)[0]!.split('\n').length;
  expect(problemsOf(await take(write('limit.yaml', limit)))).toEqual([
    `limit.yaml:${line}: package "sign-alone" version 1 is in use and may change in its words only: write this as version 2 beside it.`,
  ]);
  await take(write('words.yaml', signs(1, 'permits/shopfront-sign@1', { name: 'Signs' })));
  expect(await versions()).toEqual(['applications 3', 'permits 3']);
});

test('a package cannot go while applications were submitted with it', async () => {
  const saved = join(folder, 'without');
  await catalogueSave(ops, saved);
  rmSync(join(saved, 'packages', 'sign-alone.v1.yaml'));
  expect(problemsOf(await take(saved))).toEqual([
    'packages/sign-alone.v1.yaml:1: package "sign-alone" version 1 is gone, and 1 applications were submitted with it: put it back, with "hidden: true" if it is offered no more.',
  ]);
});

test('a new department is asked once its rules run, and heard without a start', async () => {
  const parks = readFileSync(join(folder, 'saved', 'permits.yaml'), 'utf8')
    .replace('department: permits', 'department: parks')
    // What can be applied for by itself is asked of a department at once.
    .replaceAll(/^ +alone: true\n/gm, '')
    .replace('topic: permits.v1', 'topic: parks.v1')
    .replaceAll('shopfront-sign', 'tree-sign')
    .replaceAll('home-adaptation-permit', 'bench-permit')
    .replaceAll('food-business-licence', 'kiosk-licence');
  const file = write('parks/catalogue.yaml', parks);
  const asking = write('sign.v3.yaml', signs(3, 'parks/tree-sign@1'));
  expect(await take(file)).toMatchObject({ data: { version: 4 } });
  expect(problemsOf(await take(asking))).toEqual([
    'sign.v3.yaml:15: no running department has rules for parks/tree-sign: deploy them first.',
  ]);

  const asked = requestTopics.of('parks');
  await city.servers.makeTopics('parks.v1', asked, `${asked}.parks.dlt`, 'parks.v1.applications.dlt');
  const granted = {
    outcome: 'granted',
    reason: 'conditions-met',
    facts: { permitNumber: 'T-1' },
    grounds: [],
  } as const;
  const items = ['bench-permit', 'kiosk-licence', 'tree-sign'].map((code) => ({ code, rule: () => granted }));
  await city.start(department({ name: 'parks', folder: dirname(file), items }));
  await look();
  expect(await take(asking)).toMatchObject({ data: { version: 5 } });
  const number = await submit('r-3');
  await until('what parks asks for is heard', async () => {
    const { status } = answered(await calls.get({ applicationNumber: number, residentId: 'r-3', agent: undefined }));
    return status === 'waiting-for-you';
  });
  await bringDrawing(number, 'r-3');
  expect(await telling.next(own.v1.ApplicationEnded, number)).toMatchObject({ ending: 'completed' });
});

test('if one process cannot use it, nobody does, and its number is not given again', async () => {
  const refusing: ServiceSpec<void> = {
    name: 'refusing',
    compose: () => ({
      topic: 'refusing.v1',
      aggregates: [tally],
      catalogue: {
        use(files) {
          if (files?.some(({ text }) => text.includes('en: Refused'))) throw new Error('no such words here');
        },
      },
    }),
  };
  await city.servers.makeTopics('refusing.v1');
  await city.start(refusing);
  await look();
  const refused = write('refused.yaml', signs(3, 'parks/tree-sign@1', { name: 'Refused' }));
  await expect(take(refused)).rejects.toThrow('nothing was changed: refusing: no such words here');
  await until('all run the former again', async () =>
    (await versions()).every((each) => / 5$|^refusing 0$/.test(each)),
  );
  expect((await take(write('after.yaml', signs(3, 'parks/tree-sign@1', { name: 'After' })))).data).toEqual({
    version: 7,
  });
});

test('a process that starts later runs on what was taken', async () => {
  const another = await city.start(applications);
  const { packages } = answered(await city.caller(another, Service).listPackages({}));
  expect(packages.find(({ code }) => code === 'sign-alone')).toMatchObject({ version: 3, name: { en: 'After' } });
  expect((await versions()).filter((each) => each === 'applications 7')).toHaveLength(2);
});
