import { public_security, residents as own } from '@lianban/protos';
import { toRecord } from '@lianban/engine';
import { City, answered, until } from '@lianban/testing';
import { residents } from '../src';
import { household, somebody } from './people';

const { v1 } = public_security;
const city = new City();
type Caller<D extends Parameters<typeof city.caller>[1]> = ReturnType<typeof city.caller<D>>;
let register: Caller<typeof own.v1.ResidentsServiceService>;
let mandates: Caller<typeof own.v1.MandatesServiceService>;
let organisations: Caller<typeof own.v1.OrganisationsServiceService>;
let drafts: Caller<typeof own.v1.DraftsServiceService>;
let sessions: Caller<typeof own.v1.OpenSessionsServiceService>;
const now = new Date('2026-03-02T01:00:00Z');
const ends = new Date('2026-12-01T00:00:00Z');

beforeAll(async () => {
  await city.open();
  const service = await city.start(residents);
  register = city.caller(service, own.v1.ResidentsServiceService);
  mandates = city.caller(service, own.v1.MandatesServiceService);
  drafts = city.caller(service, own.v1.DraftsServiceService);
  sessions = city.caller(service, own.v1.OpenSessionsServiceService);
  organisations = city.caller(service, own.v1.OrganisationsServiceService);
  for (const n of [1, 2, 3]) answered(await register.register(somebody(n)));
  answered(await register.register(somebody(4, '20170302')));
  const { members, ...rest } = household('h-1', 'r-1', 'r-4');
  const [guardian, child] = members;
  answered(await register.putHousehold({ ...rest, members: [{ ...guardian!, guardianOf: ['r-4'] }, child!] }));
});
afterAll(() => city.close());

const sequences = new Map<string, number>();
const say = async (
  type: typeof v1.DeathRegistered | typeof v1.DeathCorrected,
  value: object,
  times = 1,
  of = 'LB1',
) => {
  // The register's own records of the case take the numbers between.
  const sequence = (sequences.get(of) ?? 0) + 2;
  sequences.set(of, sequence);
  const envelope = {
    service: 'public-security',
    topic: 'public-security.v1',
    key: of,
    subject: `${of}/register`,
    sequence,
  };
  const record = toRecord({ type, value }, { ...envelope, at: now, traceparent: undefined, causation: undefined });
  for (let n = 0; n < times; n++)
    await city.servers.send('public-security.v1', [{ key: record.key, value: record.value, headers: record.headers }]);
};
const died = (residentId: string) => ({
  applicationNumber: 'LB1',
  residentId,
  diedOn: '2026-02-20',
  registeredAt: now,
});
const give = async (principalId: string, agentId: string) =>
  answered(
    await mandates.give(
      { principalId, agentId, packages: ['open-small-shop'], until: ends, other: undefined },
      {
        onBehalfOf: `resident:${principalId}`,
      },
    ),
  );
const check = (agentId: string, principalId: string) =>
  mandates.check({ principalId, agentId, package: 'open-small-shop' });
const diedOn = async (residentId: string) => answered(await register.getStanding({ residentId })).diedOn;
const openOf = async (person: string) =>
  answered(await sessions.list({ since: undefined }, { onBehalfOf: `resident:${person}` })).sessions;

const given = async (to: string) => {
  const { received } = answered(await mandates.list({ residentId: to, limit: 0, cursor: '' }));
  return received.filter(({ principalId }) => principalId === 'r-1').map(({ status }) => status);
};
const draft = { residentId: 'r-1', forId: '', package: 'open-small-shop' };
const draftsOf = async () => {
  const found = await drafts.list({ residentId: 'r-1', forId: '' }, { onBehalfOf: 'resident:r-1' });
  return answered(found).drafts.map(({ package: code }) => code);
};

test('a death ends mandates both ways, guardianship and sessions, once; its correction restores what holds', async () => {
  await give('r-1', 'r-2');
  await give('r-3', 'r-1');
  const kept = { draft, answers: {}, materials: [], step: '', version: 0 };
  answered(await drafts.save(kept, { onBehalfOf: 'resident:r-1' }));
  const session = { sessionId: 's-1', role: 'resident', startedAt: now, seenAt: new Date(), device: undefined };
  answered(await sessions.keep({ session }, { onBehalfOf: 'resident:r-1' }));
  expect(await check('r-2', 'r-1')).toMatchObject({ packages: ['open-small-shop'] });
  expect(await check('r-1', 'r-4')).toMatchObject({ mandates: ['guardian-of-r-4'] });
  expect(await openOf('r-1')).toHaveLength(1);

  // After the form was begun.
  await say(v1.DeathRegistered, { ...died('r-1'), registeredAt: new Date() }, 2);
  await until('the death is known', async () => (await diedOn('r-1')) === '2026-02-20');
  expect(await check('r-2', 'r-1')).toMatchObject({ refused: 'mandate-missing' });
  expect(await check('r-1', 'r-3')).toMatchObject({ refused: 'mandate-missing' });
  expect(await check('r-1', 'r-4')).toMatchObject({ refused: 'mandate-missing' });
  expect(await given('r-2')).toEqual(['lapsed']);
  expect(await draftsOf()).toEqual([]);
  await until('no session is open', async () => (await openOf('r-1')).length === 0);

  await say(v1.DeathCorrected, { applicationNumber: 'LB1', residentId: 'r-1', correctedAt: now });
  await until('nobody has died', async () => (await diedOn('r-1')) === undefined);
  expect(await check('r-2', 'r-1')).toMatchObject({ packages: ['open-small-shop'] });
  expect(await given('r-2')).toEqual(['in-force']);
  expect(await draftsOf()).toEqual(['open-small-shop']);
  expect(await check('r-1', 'r-3')).toMatchObject({ packages: ['open-small-shop'] });
  expect(await check('r-1', 'r-4')).toMatchObject({ mandates: ['guardian-of-r-4'] });
});

test('an organisation whose legal representative has died needs another: neither they nor their agents act', async () => {
  const code = '91410105MA990001XW';
  const entry = {
    creditCode: code,
    name: '郑州示例餐饮有限公司',
    kind: 'company',
    district: '410105',
    status: 'active',
  };
  answered(await organisations.enter({ ...entry, legalRepresentative: 'r-3' }));
  const given = { principalId: 'r-3', agentId: 'r-2', packages: ['open-small-shop'], until: ends, organisation: code };
  answered(await mandates.give({ ...given, other: undefined }, { onBehalfOf: 'resident:r-3' }));
  expect(await check('r-2', code)).toMatchObject({ packages: ['open-small-shop'] });

  await say(v1.DeathRegistered, { ...died('r-3'), applicationNumber: 'LB2' }, 1, 'LB2');
  await until('the death is known', async () => (await diedOn('r-3')) === '2026-02-20');
  for (const agent of ['r-3', 'r-2'])
    expect(await check(agent, code)).toMatchObject({ refused: 'organisation-unrepresented' });
  const { received } = answered(await mandates.list({ residentId: 'r-2', limit: 0, cursor: '' }));
  expect(received.filter(({ principalId }) => principalId === code)).toMatchObject([{ status: 'lapsed' }]);
  expect(await mandates.give({ ...given, other: undefined })).toMatchObject({ refused: 'not-the-representative' });

  answered(await organisations.enter({ ...entry, legalRepresentative: 'r-1' }));
  expect(await check('r-1', code)).toMatchObject({ packages: [] });
  expect(await check('r-2', code)).toMatchObject({ refused: 'mandate-missing' });
});
