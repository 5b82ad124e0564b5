import { residents as own } from '@lianban/protos';
import { City, answered } from '@lianban/testing';
import { residents } from '../src';
import { household, somebody } from './people';

const city = new City();
let register: ReturnType<typeof city.caller<typeof own.v1.ResidentsServiceService>>;
let corrections: ReturnType<typeof city.caller<typeof own.v1.CorrectionsServiceService>>;
let drafts: ReturnType<typeof city.caller<typeof own.v1.DraftsServiceService>>;

beforeAll(async () => {
  await city.open();
  const running = await city.start(residents);
  register = city.caller(running, own.v1.ResidentsServiceService);
  corrections = city.caller(running, own.v1.CorrectionsServiceService);
  drafts = city.caller(running, own.v1.DraftsServiceService, 'applications');
  for (const n of [1, 2]) answered(await register.register(somebody(n)));
  answered(await register.putHousehold(household('h-1', 'r-1', 'r-2')));
});
afterAll(() => city.close());

const me = { onBehalfOf: 'resident:r-1' };
const officer = { onBehalfOf: 'officer:o-1' };
const ask = (value: string, reference = 'FM1', field = 'phone') =>
  corrections.ask({ residentId: 'r-1', field, value, reference }, me);
const phone = async () =>
  answered(await register.prefill({ residentId: 'r-1', agentId: '', package: '', facts: [] }, me)).phone;

test('what is asked for waits, without its value, until an officer looks at it and decides; then the register has it', async () => {
  const before = await phone();
  const asked = answered(await ask('13800000000'));
  expect(asked).toMatchObject({ status: 'asked', field: 'phone', value: '13800000000', reference: 'FM1' });
  expect(answered(await ask('13800000000')).correctionId).toBe(asked.correctionId);
  expect(await ask('13900000000', 'FM2')).toMatchObject({ refused: 'correction-waits' });
  expect(await drafts.names({ ownerId: 'r-1', agentId: '', reference: 'FM1' })).toEqual({ named: true });

  const waiting = answered(await corrections.listWaiting({ district: '410105' }, officer)).corrections;
  expect(waiting).toMatchObject([{ correctionId: asked.correctionId, value: '', registered: '' }]);
  const about = { correctionId: asked.correctionId, department: 'permits', district: '410105' };
  expect(answered(await corrections.get(about, officer))).toMatchObject({ value: '13800000000', registered: before });
  const [line] = answered(
    await register.listReads(own.v1.ListReadsRequest.fromPartial({ residentId: 'r-1', withoutOwn: true })),
  ).reads;
  expect(line).toMatchObject({ reader: 'officer:o-1', purpose: 'counter-intake', fields: ['phone'] });

  expect(await phone()).toBe(before);
  const decision = { correctionId: asked.correctionId, district: '410105', grant: true, reason: '' };
  expect(answered(await corrections.decide(decision, officer))).toMatchObject({ status: 'granted' });
  expect(await phone()).toBe('13800000000');
  expect(await corrections.decide(decision, officer)).toMatchObject({ refused: 'correction-decided' });
  expect(answered(await corrections.list({ residentId: 'r-1' }, me)).corrections).toMatchObject([
    { status: 'granted', decidedBy: 'officer:o-1' },
  ]);
  expect(await drafts.names({ ownerId: 'r-1', agentId: '', reference: 'FM1' })).toEqual({ named: false });
});

test('a refusal says why, and changes nothing', async () => {
  const { correctionId } = answered(await ask('王秀丽', 'FM3', 'name'));
  const decision = { correctionId, district: '', grant: false, reason: ' ' };
  expect(await corrections.decide(decision, officer)).toMatchObject({ refused: 'invalid-correction' });
  answered(await corrections.decide({ ...decision, reason: '材料不清楚。' }, officer));
  const [newest] = answered(await corrections.list({ residentId: 'r-1' }, me)).corrections;
  expect(newest).toMatchObject({ status: 'refused', reason: '材料不清楚。' });
  const person = answered(await register.prefill({ residentId: 'r-1', agentId: '', package: '', facts: [] }, me));
  expect(person.name).toBe('王秀兰1');
});

test('nobody decides for themselves or their household, from another district, or without being an officer', async () => {
  const { correctionId } = answered(await ask('金水区纬五路1号', 'FM4', 'address'));
  const about = { correctionId, department: 'permits', district: '' };
  const decision = { correctionId, district: '', grant: true, reason: '' };
  for (const related of ['officer:r-1', 'officer:r-2']) {
    const refused = { refused: 'conflict-of-interest' };
    expect(await corrections.get(about, { onBehalfOf: related })).toMatchObject(refused);
    expect(await corrections.decide(decision, { onBehalfOf: related })).toMatchObject(refused);
  }
  expect(await corrections.decide({ ...decision, district: '410102' }, officer)).toMatchObject({
    refused: 'correction-not-found',
  });
  for (const call of [corrections.decide(decision, me), corrections.get(about, me)])
    expect(await call).toMatchObject({ refused: 'officer-missing' });
});

test.each([
  ['idNumber', '11010519491231002X', '/field'],
  ['phone', 'abc', '/value'],
  ['name', ' ', '/value'],
])('%s "%s" is refused', async (field, value, pointer) => {
  expect(await ask(value, 'FM9', field)).toMatchObject({ refused: 'invalid-correction', pointer });
});
