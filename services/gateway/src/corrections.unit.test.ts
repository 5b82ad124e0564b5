import { refuse } from '@lianban/model';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';

let gateway: TestGateway;
afterEach(() => gateway.close());

const reference = 'FM00000000-0000-4000-8000-000000000000';
const json = { field: 'phone', value: '13800000000', reference };
const counter = { role: 'officer', id: 'o-1', department: 'permits', district: '410105', scopes: ['counter'] } as const;
const address = `/api/desk/corrections/${'c'.repeat(32)}`;

test('a correction is asked for with an upload of one’s own', async () => {
  const describe = async () => refuse('material-not-found', 'You have no upload with this reference.');
  gateway = await openGateway({ materials: { describe } });
  const response = await gateway.send('/api/me/corrections', { as: 'resident', json });
  expect((await problemIn(response)).slug).toBe('material-not-found');
  expect(gateway.calls.map(({ name }) => name)).toEqual(['materials.describe']);
});

test('with one it is asked for in the resident’s own name', async () => {
  gateway = await openGateway();
  expect((await gateway.send('/api/me/corrections', { as: 'resident', json })).status).toBe(201);
  expect(gateway.calls).toMatchObject([
    { name: 'materials.describe', request: { reference, ownerId: 'r-1' } },
    { name: 'corrections.ask', request: { residentId: 'r-1', ...json } },
  ]);
});

test('officers at a counter decide in their district, and see the paper only with the correction', async () => {
  gateway = await openGateway();
  const decision = { outcome: 'refused', reason: '材料不清楚。' };
  expect((await gateway.send(`${address}/decision`, { as: { ...counter, scopes: [] }, json: decision })).status).toBe(
    403,
  );
  expect((await gateway.send(`${address}/decision`, { as: counter, json: decision })).status).toBe(200);
  expect(await (await gateway.send(`${address}/evidence`, { as: counter })).text()).toBe('abc');
  expect(gateway.calls).toMatchObject([
    { name: 'corrections.decide', request: { district: '410105', grant: false, reason: decision.reason } },
    { name: 'corrections.get', request: { department: 'permits', district: '410105' } },
    { name: 'materials.describe', request: { reference } },
    { name: 'materials.download', request: { reference } },
  ]);
});
