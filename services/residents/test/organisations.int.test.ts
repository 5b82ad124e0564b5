import { residents as own } from '@lianban/protos';
import { City, answered } from '@lianban/testing';
import { residents } from '../src';
import { idNumberOf, somebody } from './people';

const city = new City();
type Caller<D extends Parameters<typeof city.caller>[1]> = ReturnType<typeof city.caller<D>>;
let register: Caller<typeof own.v1.ResidentsServiceService>;
let mandates: Caller<typeof own.v1.MandatesServiceService>;
let organisations: Caller<typeof own.v1.OrganisationsServiceService>;

const code = '91410105MA990001XW';
const entry = {
  creditCode: code,
  name: '郑州示例餐饮有限公司',
  kind: 'company',
  legalRepresentative: 'r-1',
  district: '410105',
  status: 'active',
};

beforeAll(async () => {
  await city.open();
  const service = await city.start(residents);
  register = city.caller(service, own.v1.ResidentsServiceService);
  mandates = city.caller(service, own.v1.MandatesServiceService);
  organisations = city.caller(service, own.v1.OrganisationsServiceService);
  for (const n of [1, 2, 3, 4]) answered(await register.register(somebody(n)));
  answered(await organisations.enter(entry));
});
afterAll(() => city.close());

const until = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
const check = (agentId: string, wanted = 'open-small-shop') =>
  mandates.check({ principalId: code, agentId, package: wanted });
const list = async (residentId: string) => answered(await mandates.list({ residentId, limit: 0, cursor: '' }));
const give = (principalId: string, agentId: string) =>
  mandates.give({
    ...{ principalId, agentId, packages: ['open-small-shop'], until, organisation: code },
    other: undefined,
  });

test.each([
  ['a mistyped code', { creditCode: '91410105MA990001XX' }, 'credit-code-invalid'],
  ['no name', { name: ' ' }, 'invalid-organisation'],
  ['another kind', { kind: 'club' }, 'invalid-organisation'],
  ['a representative who is not registered', { legalRepresentative: 'r-99' }, 'resident-not-found'],
])('with %s it is not entered', async (_what, wrong, slug) => {
  expect(await organisations.enter({ ...entry, ...wrong })).toMatchObject({ refused: slug });
});

test('its legal representative acts for it by the register, and sees it among whom they act for', async () => {
  expect(await check('r-1')).toMatchObject({ packages: [], mandates: [`represents-${code}`] });
  expect(await check('r-2')).toMatchObject({ refused: 'mandate-missing' });
  expect((await list('r-1')).received).toEqual([
    expect.objectContaining({ principalId: code, principalName: entry.name, ofOrganisation: true }),
  ]);
  expect(await register.getStanding({ residentId: code })).toMatchObject({ district: '410105', organisation: true });
});

test('an agent acts by a mandate of the organisation, which only its representative gives and ends', async () => {
  expect(await give('r-2', 'r-3')).toMatchObject({ refused: 'not-the-representative' });
  const given = answered(await give('r-1', 'r-3'));
  expect(given).toMatchObject({ principalId: code, principalName: entry.name, ofOrganisation: true });
  expect(await check('r-3')).toMatchObject({ mandates: [given.mandateId] });
  expect(await check('r-3', 'elderly-parent-care')).toMatchObject({ refused: 'mandate-scope' });
  const { mandateId } = given;
  expect((await list('r-1')).given).toEqual([expect.objectContaining({ mandateId, agentId: 'r-3' })]);
  expect(await mandates.revoke({ mandateId, residentId: 'r-2' })).toMatchObject({ refused: 'mandate-not-found' });
  expect(await mandates.revoke({ mandateId, residentId: 'r-1' })).toMatchObject({ status: 'revoked' });
  expect(await check('r-3')).toMatchObject({ refused: 'mandate-missing' });
});

test('an agent may ask it by credit code and name; its representative confirms', async () => {
  const asked = { principalId: '', agentId: 'r-4', packages: [], until };
  const other = { idNumber: code.toLowerCase(), name: entry.name };
  expect(await mandates.askFor({ ...asked, other: { ...other, name: '另一家公司' } })).toMatchObject({
    refused: 'person-not-identified',
  });
  const { mandateId } = answered(await mandates.askFor({ ...asked, other }));
  expect(await mandates.confirm({ mandateId, residentId: 'r-2' })).toMatchObject({ refused: expect.any(String) });
  expect(await mandates.confirm({ mandateId, residentId: 'r-1' })).toMatchObject({ status: 'in-force' });
  expect(await check('r-4')).toMatchObject({ mandates: [mandateId] });
});

test('an officer who represents it, or acts for it, stays out', async () => {
  expect(await register.getRelation({ personId: 'r-1', residentId: code })).toMatchObject({ kind: 'mandate' });
  expect(await register.getRelation({ personId: 'r-4', residentId: code })).toMatchObject({ kind: 'mandate' });
  expect(await register.getRelation({ personId: 'r-2', residentId: code })).toMatchObject({ kind: '' });
});

test('its data is shown with a reason, and the look is recorded', async () => {
  expect(await register.get({ residentId: code, purpose: undefined })).toMatchObject({
    refused: 'read-without-reason',
  });
  const why = { caseId: 'LB1/licence', purpose: 'check-identity' };
  expect(await register.get({ residentId: code, purpose: why })).toMatchObject({
    name: entry.name,
    organisationKind: 'company',
    district: '410105',
  });
  const { reads } = answered(
    await register.listReads({ residentId: code, limit: 10, cursor: '', withoutOwn: false, agentId: '' }),
  );
  expect(reads).toEqual(expect.arrayContaining([expect.objectContaining({ purpose: 'check-identity' })]));
});

test('who read of it is shown to its representative and its agents, of a person to nobody else', async () => {
  const listed = (residentId: string, agentId: string) => {
    const request = own.v1.ListReadsRequest.fromPartial({ residentId, agentId, limit: 10 });
    return register.listReads(request, { onBehalfOf: `resident:${agentId}` });
  };
  const found = [expect.objectContaining({ purpose: 'check-identity' })];
  for (const agent of ['r-1', 'r-4'])
    expect(await listed(code, agent)).toMatchObject({ reads: expect.arrayContaining(found) });
  expect(await listed(code, 'r-2')).toMatchObject({ refused: 'mandate-missing' });
  expect(await listed('r-1', 'r-4')).toMatchObject({ refused: 'reads-of-others' });
});

test('after a change of the representative nobody of before acts; deregistered, nobody at all', async () => {
  answered(await organisations.enter({ ...entry, legalRepresentative: 'r-2' }));
  expect(await check('r-1')).toMatchObject({ refused: 'mandate-missing' });
  expect(await check('r-4')).toMatchObject({ refused: 'mandate-missing' });
  expect(await check('r-2')).toMatchObject({ packages: [] });
  expect((await list('r-4')).received).toEqual([expect.objectContaining({ status: 'lapsed' })]);
  expect((await list('r-1')).received).toEqual([]);
  answered(await organisations.enter({ ...entry, legalRepresentative: 'r-2', status: 'deregistered' }));
  expect(await check('r-2')).toMatchObject({ refused: 'organisation-deregistered' });
  expect(await organisations.enter({ ...entry, legalRepresentative: 'r-2' })).toMatchObject({
    refused: 'organisation-deregistered',
  });
});

test('the ID number of a person is no credit code', async () => {
  expect(await organisations.enter({ ...entry, creditCode: idNumberOf(1) })).toMatchObject({
    refused: 'credit-code-invalid',
  });
});
