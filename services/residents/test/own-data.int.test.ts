import { residents as own } from '@lianban/protos';
import { City, answered } from '@lianban/testing';
import { residents } from '../src';
import { household, idNumberOf, somebody } from './people';

const city = new City();
let register: ReturnType<typeof city.caller<typeof own.v1.ResidentsServiceService>>;
let entries: ReturnType<typeof city.caller<typeof own.v1.OwnDataServiceService>>;

beforeAll(async () => {
  await city.open();
  const running = await city.start(residents);
  register = city.caller(running, own.v1.ResidentsServiceService);
  entries = city.caller(running, own.v1.OwnDataServiceService);
  for (const n of [1, 2]) answered(await register.register(somebody(n)));
  answered(await register.putHousehold(household('h-1', 'r-1', 'r-2')));
});
afterAll(() => city.close());

const me = { onBehalfOf: 'resident:r-1' };
const readsOf = async (residentId: string) =>
  answered(await register.listReads(own.v1.ListReadsRequest.fromPartial({ residentId }))).reads;

test('whoever asks is told what the register holds of them, and the look is recorded as their own', async () => {
  expect(answered(await entries.getEntry({ residentId: 'r-1' }, me))).toEqual({
    residentId: 'r-1',
    name: '王秀兰1',
    idKind: 'identity-card',
    idNumber: idNumberOf(1),
    phone: '13910000001',
    address: '金水区经八路街道1号楼2单元',
    communityCode: '410105001003',
    district: '410105',
    birthDate: '1944-03-15',
    email: '',
    household: {
      householdId: 'h-1',
      persons: 2,
      ownMonthlyIncomeCents: 50_000,
      ownSevereDisability: false,
      monthlyIncomeCents: 100_000,
      savingsCents: 200_000,
      homes: 1,
      cars: 0,
    },
  });
  const line = { reader: 'resident:r-1', purpose: 'own-export', basis: 'own', count: 1 };
  expect(await readsOf('r-1')).toMatchObject([{ ...line, ofHousehold: false }]);
  expect(await readsOf('r-2')).toMatchObject([{ ...line, ofHousehold: true }]);
});

test('nobody is told what it holds of somebody else', async () => {
  const before = (await readsOf('r-2')).length;
  await expect(entries.getEntry({ residentId: 'r-2' }, me)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  expect(await entries.getEntry({ residentId: 'r-2' }, { onBehalfOf: 'officer:o-1' })).toMatchObject({
    refused: 'resident-not-found',
  });
  expect(await readsOf('r-2')).toHaveLength(before);
});
