import { residents as own } from '@lianban/protos';
import { City, answered } from '@lianban/testing';
import { residents } from '../src';
import { household, somebody } from './people';

const city = new City();
type Caller<D extends Parameters<typeof city.caller>[1]> = ReturnType<typeof city.caller<D>>;
let register: Caller<typeof own.v1.ResidentsServiceService>;
let mandates: Caller<typeof own.v1.MandatesServiceService>;

beforeAll(async () => {
  await city.open();
  const service = await city.start(residents);
  register = city.caller(service, own.v1.ResidentsServiceService);
  mandates = city.caller(service, own.v1.MandatesServiceService);
  for (const n of [1, 2, 3]) answered(await register.register(somebody(n)));
  for (const [n, born] of [
    [4, '20170302'],
    [5, '20000302'],
  ] as const)
    answered(await register.register(somebody(n, born)));
  const members = household('h-1', 'r-1').members;
  const [one] = members;
  answered(
    await register.putHousehold({
      ...household('h-1', 'r-1'),
      members: [
        { ...one!, guardianOf: ['r-4', 'r-5'] },
        ...['r-3', 'r-4', 'r-5'].map((residentId) => ({ ...one!, residentId, guardianOf: [] })),
      ],
    }),
  );
});
afterAll(() => city.close());

const check = (agentId: string, principalId: string) =>
  mandates.check({ principalId, agentId, package: 'elderly-parent-care' });
const listOf = (residentId: string) => ({ residentId, limit: 0, cursor: '' });
const until = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
const between = (principalId: string, agentId: string) => ({
  ...{ principalId, agentId, packages: ['elderly-parent-care'], until, other: undefined },
});

test('a guardian by the register acts for a child in everything, without a confirmation', async () => {
  expect(await check('r-1', 'r-4')).toMatchObject({
    packages: [],
    until: new Date('2035-03-01T16:00:00Z'),
    mandates: ['guardian-of-r-4'],
  });
});

test.each([
  ['who only lives with the child', 'r-3', 'r-4'],
  ['of another household', 'r-2', 'r-4'],
  ['whose child is of age by now', 'r-1', 'r-5'],
  ['who is the child, of their parent', 'r-4', 'r-1'],
])('somebody %s does not', async (_who, agent, principal) => {
  expect(await check(agent, principal)).toMatchObject({ refused: 'mandate-missing' });
});

test('they apply about the child, and are told whom they may; of those who only live with it neither holds', async () => {
  const relation = async (personId: string, residentId = 'r-4') =>
    answered(await register.getRelation({ personId, residentId }));
  expect(await relation('r-1')).toEqual({ kind: 'household', guardian: true });
  expect(await relation('r-3')).toEqual({ kind: 'household', guardian: false });
  expect(await relation('r-2')).toEqual({ kind: '', guardian: false });
  expect(await relation('r-1', 'r-5')).toEqual({ kind: 'household', guardian: false });
  const children = async (residentId: string) => answered(await register.listChildren({ residentId })).children;
  expect(await children('r-1')).toEqual([{ residentId: 'r-4', name: somebody(4).name }]);
  for (const residentId of ['r-3', 'r-4']) expect(await children(residentId)).toEqual([]);
});

test('both see it among their mandates, with the other’s name, and that it was told is in the book', async () => {
  expect(answered(await mandates.list(listOf('r-1'))).received).toMatchObject([
    { principalId: 'r-4', principalName: somebody(4).name, status: 'in-force', confirmedBy: 'register' },
  ]);
  expect(answered(await mandates.list(listOf('r-4'))).given).toMatchObject([
    { agentId: 'r-1', agentName: somebody(1).name, confirmedBy: 'register' },
  ]);
  const read = { residentId: 'r-4', limit: 100, cursor: '', withoutOwn: false, agentId: '' };
  expect(answered(await register.listReads(read)).reads).toContainEqual(
    expect.objectContaining({ reader: 'resident:r-1', purpose: 'mandate', fields: ['name'] }),
  );
});

test('a child gives, takes, asks for and confirms no mandate', async () => {
  expect(await mandates.give(between('r-4', 'r-2'))).toMatchObject({ refused: 'guardian-acts' });
  expect(await mandates.askFor(between('r-2', 'r-4'))).toMatchObject({ refused: 'guardian-acts' });
  // Of whom the giver knows nothing but an id, no age is told.
  expect(await mandates.give(between('r-2', 'r-4'))).toMatchObject({ refused: 'person-not-identified' });
  const { mandateId } = answered(await mandates.askFor(between('r-4', 'r-2')));
  expect(await mandates.confirm({ mandateId, residentId: 'r-4' })).toMatchObject({ refused: 'guardian-acts' });
});

test('nobody is guardian of somebody outside their household', async () => {
  const [one] = household('h-2', 'r-2').members;
  const outside = { ...household('h-2', 'r-2'), members: [{ ...one!, guardianOf: ['r-4'] }] };
  expect(await register.putHousehold(outside)).toMatchObject({ refused: 'household-invalid' });
});
