import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallFailed, type Person, connect, grpcSecurity, localKeys, personTokens } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { residents as own } from '@lianban/protos';
import { City, answered, quiet } from '@lianban/testing';
import { residents } from '../src';
import { idNumberOf, somebody } from './people';

const Service = own.v1.ResidentsServiceService;
const city = new City();
const officer: Person = { role: 'officer', id: 'o-1', department: 'permits' };
const purpose = { caseId: 'LB20260302000001/licence', purpose: 'check-identity', department: 'permits' };
const folder = mkdtempSync(join(tmpdir(), 'person-keys-'));
const closing: (() => void)[] = [];
let port: number;
let register: ReturnType<typeof city.caller<typeof Service>>;

beforeAll(async () => {
  await city.open();
  const service = await city.start(residents);
  port = service.grpcPort;
  register = city.caller(service, Service);
  for (const n of [1, 2]) answered(await register.register(somebody(n)));
});
afterAll(async () => {
  closing.forEach((close) => close());
  rmSync(folder, { recursive: true });
  await city.close();
});

type Tokens = ReturnType<typeof personTokens>;

/** Asks for a whole ID number, with a token by `tokens` or with words alone. */
async function disclosed(caller: string, tokens: Tokens | undefined, how: { person?: Person; onBehalfOf?: string }) {
  const security = { ...grpcSecurity(caller, undefined, quiet), ...(tokens && { personTokens: tokens }) };
  const { call, close } = connect(Service, `127.0.0.1:${port}`, caller, 'residents', [], security);
  closing.push(close);
  return call.disclose({ residentId: 'r-1', purpose }, how).then(
    (answer) => (isRefusal(answer) ? answer.refused : answer.idNumber),
    (error: CallFailed) => error.code,
  );
}

const readsOf = async (residentId: string) =>
  answered(await register.listReads({ residentId, limit: 0, cursor: '', withoutOwn: true, agentId: '' })).reads;

test('nobody is told anything by a token of another, an old one, one for another service, a made-up one, or none', async () => {
  const key = await localKeys.pair('person');
  const sign = personTokens(key, 'gateway');
  const tenMinutesAgo = () => Date.now() - 600_000;
  const person = officer;
  const refused = {
    'shown by another caller': await disclosed('permits', sign, { person }),
    'made for another caller': await disclosed('gateway', personTokens(key, 'permits'), { person }),
    old: await disclosed('gateway', personTokens(key, 'gateway', tenMinutesAgo), { person }),
    'for another service': await disclosed('gateway', (_peer, who) => sign('permits', who), { person }),
    'of a key nobody knows': await disclosed(
      'gateway',
      personTokens(await localKeys.pair('person', folder), 'gateway'),
      { person },
    ),
    'words alone': await disclosed('gateway', undefined, { onBehalfOf: 'officer:o-1' }),
  };
  expect(refused).toEqual(Object.fromEntries(Object.keys(refused).map((what) => [what, 'UNAUTHENTICATED'])));
  expect(await disclosed('gateway', undefined, {})).toBe('officer-missing');
  expect(await readsOf('r-1')).toEqual([]);

  expect(await disclosed('gateway', sign, { person, onBehalfOf: 'supervisor:s-1' })).toBe(idNumberOf(1));
  expect(await readsOf('r-1')).toMatchObject([{ reader: 'officer:o-1' }]);
});

test('a resident’s token opens nothing of somebody else, whatever the request says', async () => {
  const asked = { limit: 0, cursor: '', withoutOwn: false, agentId: '' };
  const as = (id: string) => ({ onBehalfOf: `resident:${id}` });
  await expect(register.listReads({ residentId: 'r-2', ...asked }, as('r-1'))).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
  });
  await expect(register.get({ residentId: 'r-2', purpose }, as('r-1'))).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
  });
  answered(await register.listReads({ residentId: 'r-2', ...asked }, as('r-2')));
});

test('for the time of an upgrade, where it is set, words are enough', async () => {
  const service = await city.start(residents, { ALLOW_UNPROVEN_PERSONS: 'true' });
  port = service.grpcPort;
  expect(await disclosed('gateway', undefined, { onBehalfOf: 'officer:o-1' })).toBe(idNumberOf(1));
  expect(await disclosed('gateway', () => 'made up', { person: officer })).toBe('UNAUTHENTICATED');
});
