import { type TestGateway, openGateway } from '../test/test-gateway';
import { staffOf } from '../test/fake-staff';
import { readStaffList } from './officers';

const officers = readStaffList(`[
  { "id": "o-1", "name": "陈立", "department": "permits" },
  { "id": "o-2", "name": "周敏", "department": "permits", "district": "410105" },
  { "id": "o-3", "name": "吴刚", "department": "permits", "district": "410102" },
  { "id": "o-4", "name": "郑红", "department": "employment" }
]`);

let gateway: TestGateway;
afterEach(() => gateway?.close());

test.each([
  ['all districts', undefined, ['o-1 陈立', 'o-2 周敏', 'o-3 吴刚']],
  ['one district', '410105', ['o-1 陈立', 'o-2 周敏']],
])('an officer of %s sees the colleagues who work there, and no other department’s', async (_, district, seen) => {
  gateway = await openGateway({ rest: { staff: staffOf(officers) } });
  const as = { role: 'officer', id: 'o-1', department: 'permits', district };
  const found = (await (await gateway.send('/api/desk/officers', { as })).json()) as {
    officers: { id: string; name: string }[];
  };
  expect(found.officers.map(({ id, name }) => `${id} ${name}`)).toEqual(seen);
});

test.each([
  ['[{ "id": "a b", "name": "x", "department": "permits" }]', '0.id'],
  ['[{ "id": "o-1", "name": "x", "department": "permits", "district": "1" }]', '0.district'],
  ['[{ "id": "o-1", "name": "x", "department": "permits", "phone": "1" }]', 'phone'],
])('a staff list that cannot be used says where: %s', (text, place) => {
  expect(() => readStaffList(text)).toThrow(place);
});
