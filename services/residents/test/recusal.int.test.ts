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
  for (const n of [1, 2, 3, 4, 5]) answered(await register.register(somebody(n)));
  answered(await register.putHousehold(household('h-1', 'r-1', 'r-2')));
});
afterAll(() => city.close());

const relation = async (personId: string, residentId: string) =>
  answered(await register.getRelation({ personId, residentId })).kind;
const until = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
const asked = (principalId: string, agentId: string) => ({
  principalId,
  agentId,
  packages: [],
  until,
  other: undefined,
});

test('who lives together, and who acts for whom while the mandate is in force, is related', async () => {
  expect(await relation('r-1', 'r-1')).toBe('self');
  expect([await relation('r-1', 'r-2'), await relation('r-2', 'r-1')]).toEqual(['household', 'household']);
  expect(await relation('r-1', 'r-3')).toBe('');
  const { mandateId } = answered(await mandates.askFor(asked('r-3', 'r-4')));
  expect(await relation('r-4', 'r-3')).toBe('');
  answered(await mandates.confirm({ mandateId, residentId: 'r-3' }));
  expect([await relation('r-4', 'r-3'), await relation('r-3', 'r-4')]).toEqual(['mandate', 'mandate']);
  answered(await mandates.revoke({ mandateId, residentId: 'r-3' }));
  expect(await relation('r-4', 'r-3')).toBe('');
});

test('an officer neither finds nor is shown the number of somebody they live with, and no read is recorded', async () => {
  const asOfficer = { onBehalfOf: 'officer:r-1' };
  const purpose = { caseId: 'counter', purpose: 'counter-intake', department: 'permits' };
  const conflict = { refused: 'conflict-of-interest' };
  for (const n of [1, 2]) {
    const { idNumber, residentId } = somebody(n);
    expect(await register.find({ idNumber, purpose }, asOfficer)).toMatchObject(conflict);
    expect(await register.disclose({ residentId, purpose }, asOfficer)).toMatchObject(conflict);
  }
  const { reads } = answered(
    await register.listReads({ residentId: 'r-2', limit: 100, cursor: '', withoutOwn: false, agentId: '' }),
  );
  expect(reads).toEqual([]);
  expect(answered(await register.find({ idNumber: somebody(5).idNumber, purpose }, asOfficer)).residentId).toBe('r-5');
});

test('nobody confirms a mandate at the counter by which somebody of their household gains or gives', async () => {
  const confirm = (mandateId: string) =>
    mandates.confirmAtCounter(
      {
        mandateId,
        officer: 'r-1',
        department: 'permits',
        evidence: { kind: 'signed-form', reference: 'counter-3/2026-0017' },
      },
      { onBehalfOf: 'officer:r-1' },
    );
  for (const [principal, agent] of [
    ['r-5', 'r-2'],
    ['r-2', 'r-4'],
  ] as const) {
    const { mandateId } = answered(await mandates.askFor(asked(principal, agent)));
    expect(await confirm(mandateId)).toMatchObject({ refused: 'conflict-of-interest' });
  }
});
