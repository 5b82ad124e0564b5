import { type TestGateway, addressOf, openGateway } from '../../test/test-gateway';
import { routes } from '../routes';
import { actsByRoute, looksAtPeople } from './acts';
import type { SecurityHappening } from './security-log';

let gateway: TestGateway;
afterEach(() => gateway.close());

const noted: SecurityHappening[] = [];
beforeEach(async () => {
  noted.length = 0;
  gateway = await openGateway({ rest: { security: { note: (happening) => void noted.push(happening) } } });
});
const closed = () => new Promise((resolve) => setImmediate(resolve));
const disclosure = '/api/desk/cases/A-1/licence/resident/disclosure';

test('every act and every look it names is a route', () => {
  const all = routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(all).toEqual(expect.arrayContaining([...Object.keys(actsByRoute), ...looksAtPeople]));
});

test('a disclosure is noted with who, what, of which case, whence and how it ended', async () => {
  await gateway.send(disclosure, { as: 'officer', json: { purpose: 'check-identity' } });
  await gateway.send(disclosure, { as: 'officer', json: { purpose: 'snooping' } });
  await closed();
  expect(noted).toMatchObject([
    {
      kind: 'disclosure',
      who: 'officer:o-1',
      what: 'POST /api/desk/cases/:number/:step/resident/disclosure',
      about: 'A-1/licence',
      person: 'A-1',
      outcome: 'done',
    },
    { kind: 'disclosure', who: 'officer:o-1', outcome: 'invalid-body' },
  ]);
  expect(noted[0]?.whence).toMatch(/127\.0\.0\.1|::1/);
});

test('a refusal is noted with the person, also when they have another role, and without one with the address alone', async () => {
  await gateway.send('/api/desk/board', { as: 'officer' });
  await gateway.send('/api/me/reads', {});
  await closed();
  expect(noted.map(({ kind, who, what, outcome }) => [kind, who, what, outcome])).toEqual([
    ['refusal', 'officer:o-1', 'GET /api/desk/board', 'wrong-role'],
    ['refusal', '', 'GET /api/me/reads', 'token-missing'],
  ]);
});

test('what people do with their own is not noted, and an officer’s look at a case is counted and not written down', async () => {
  await gateway.send('/api/me/reads', { as: 'resident' });
  await gateway.send(addressOf('/api/desk/cases/:number/:step'), { as: 'officer' });
  await closed();
  expect(noted.map(({ kind, person }) => [kind, person])).toEqual([[undefined, 'r-1']]);
});
