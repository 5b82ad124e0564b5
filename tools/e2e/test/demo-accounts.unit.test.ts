import { demoAccounts } from '@lianban/infra';
import { demoFamilies } from '../src/demo/families';
import { demoResident } from '../src/demo/people';

test('whoever can sign in as a resident is registered by that name', () => {
  const registered = [
    ...Array.from({ length: 12 }, (_, place) => demoResident(place + 1)),
    ...demoFamilies.flatMap(({ members }) => members),
  ];
  const nameOf = new Map(registered.map(({ residentId, name }) => [residentId, name]));
  const residents = demoAccounts([]).filter(({ role }) => role === 'resident');
  expect(residents.length).toBeGreaterThan(12);
  for (const { id, name } of residents) expect([id, name]).toEqual([id, nameOf.get(id)]);
});
