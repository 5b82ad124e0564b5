import { residents as own } from '@lianban/protos';
import { isRefusal } from '@lianban/model';
import { City, answered } from '@lianban/testing';
import { residents } from '../src';
import { household, somebody } from './people';

const city = new City();
const Service = own.v1.ResidentsServiceService;
let callers: readonly ReturnType<typeof city.caller<typeof Service>>[];

beforeAll(async () => {
  await city.open();
  // As an earlier version left it: the new index must come to stand beside it.
  await city.servers.db('residents').collection('households').createIndex({ 'state.members.residentId': 1 });
  const services = [await city.start(residents), await city.start(residents)];
  callers = services.map((service) => city.caller(service, Service));
});
afterAll(() => city.close());

const stored = (filter: object) => city.servers.db('residents').collection('households').find(filter).toArray();

test('writers of one household at two processes are all heard, one after the other', async () => {
  const members = Array.from({ length: 20 }, (_, i) => somebody(i + 1));
  for (const each of members) answered(await callers[0]!.register(each));
  // Each writes another number of members, so that every message tells who wrote it.
  const writers = members.map((_, i) => household('h-1', ...members.slice(0, i + 1).map((one) => one.residentId)));
  const answers = await Promise.all(writers.map((each, i) => callers[i % 2]!.putHousehold(each)));
  expect(answers.filter(isRefusal)).toEqual([]);

  await city.telling.next(own.v1.HouseholdChanged, 'h-1', writers.length);
  const said = city.telling.of(own.v1.HouseholdChanged, 'h-1');
  expect(said.map(({ persons }) => persons).sort((a, b) => a - b)).toEqual(writers.map((_, i) => i + 1));
  const [last] = await stored({ _id: 'h-1' });
  expect(last).toMatchObject({ version: writers.length });
  expect((last?.state as own.v1.Household).members).toHaveLength(said.at(-1)!.persons);
});

test('of two households that claim the same person at once exactly one has them', async () => {
  for (let round = 0; round < 10; round++) {
    const claimed = somebody(100 + round);
    answered(await callers[0]!.register(claimed));
    const answers = await Promise.all(
      callers.map((caller, i) => caller.putHousehold(household(`h-${round}-${i}`, claimed.residentId))),
    );
    expect(answers.filter(isRefusal)).toMatchObject([{ refused: 'in-another-household', pointer: '/members' }]);
    expect(await stored({ 'state.members.residentId': claimed.residentId })).toHaveLength(1);
  }
});
