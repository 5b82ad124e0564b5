import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applications as own } from '@lianban/protos';
import { City, until, answered } from '@lianban/testing';
import { applications } from '../src';
import { copyCatalogue } from './catalogue-copy';
import { Departments } from './departments';
import { openShop } from './open-shop';

const utilities = `# Water, electricity and gas.
department: utilities
topic: utilities.v1
name: { zh: 公用事业, en: Utilities }
complaints: { zh: 拨打 12345。, en: Call 12345. }
items: []
`;

const city = new City();
const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
beforeAll(async () => {
  await city.open();
  copyCatalogue(folder);
  writeFileSync(join(folder, 'utilities.yaml'), utilities);
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

test('a department whose topic does not exist is named by file and line, and stops no other', async () => {
  const service = await city.start(applications, { CATALOGUE_FOLDER: folder });
  const calls = city.caller(service, own.v1.ApplicationsServiceService);
  const ready = async () => (await fetch(`http://127.0.0.1:${service.healthPort}/healthz/ready`)).text();
  expect(await ready()).toBe(
    'ok\ndegraded: utilities.yaml:3: topic utilities.v1 does not exist: a manifest.yaml must publish it, then scripts/topics creates it\n',
  );

  const { applicationNumber } = answered(await calls.submit(openShop('r-1')));
  await new Departments(city.telling).grant(applicationNumber, 'registration');
  await until('the other departments are heard', async () => {
    const { steps } = answered(await calls.get({ applicationNumber, residentId: 'r-1' }));
    return steps.find(({ id }) => id === 'registration')?.status === 'granted';
  });

  await city.servers.makeTopics('utilities.v1');
  await until('it is heard when it comes', async () => (await ready()) === 'ok\n');
});
