import { residents as own } from '@lianban/protos';
import { isRefusal } from '@lianban/model';
import { City, answered } from '@lianban/testing';
import { residents } from '../src';
import { idNumberOf, somebody } from './people';

const city = new City();
const Service = own.v1.ResidentsServiceService;
let callers: readonly ReturnType<typeof city.caller<typeof Service>>[];

beforeAll(async () => {
  await city.open();
  const services = [await city.start(residents), await city.start(residents)];
  callers = services.map((service) => city.caller(service, Service));
});
afterAll(() => city.close());

const registered = async (): Promise<number> =>
  city.servers.db('residents').collection('people').countDocuments({ 'state.status': 'registered' });

test('an ID number that is registered is refused to another id', async () => {
  const [first] = callers;
  answered(await first!.register(somebody(1)));

  const again = await first!.register({ ...somebody(2), idNumber: idNumberOf(1) });
  expect(again).toMatchObject({ refused: 'already-registered', pointer: '/idNumber' });
});

test.each([
  ['one process', () => [callers[0]!, callers[0]!]],
  ['two processes', () => callers],
])('of two who register the same ID number at once at %s exactly one is registered', async (where, pair) => {
  const before = await registered();
  for (let round = 0; round < 10; round++) {
    const idNumber = idNumberOf(100 + round + (where === 'one process' ? 0 : 50));
    const answers = await Promise.all(
      pair().map((caller, i) => caller.register({ ...somebody(3), residentId: `r-${where[0]}${round}${i}`, idNumber })),
    );
    expect(answers.filter(isRefusal)).toMatchObject([{ refused: 'already-registered', pointer: '/idNumber' }]);
  }
  expect(await registered()).toBe(before + 10);
});

test('those who lost the race stop nobody else', async () => {
  const idNumber = idNumberOf(200);
  const rivals = Array.from({ length: 10 }, (_, i) => ({ ...somebody(300 + i), idNumber }));
  const others = Array.from({ length: 20 }, (_, i) => somebody(400 + i));
  const answers = await Promise.all([...rivals, ...others].map((each, i) => callers[i % 2]!.register(each)));

  expect(answers.slice(0, 10).filter(isRefusal)).toHaveLength(9);
  expect(answers.slice(10).filter(isRefusal)).toEqual([]);
});
