import { residents as own } from '@lianban/protos';
import { City, answered } from '@lianban/testing';
import { residents } from '../src';

const city = new City();
type Caller<D extends Parameters<typeof city.caller>[1]> = ReturnType<typeof city.caller<D>>;
let mine: Caller<typeof own.v1.OpenSessionsServiceService>;
let ended: Caller<typeof own.v1.SessionsServiceService>;

beforeAll(async () => {
  await city.open();
  const service = await city.start(residents);
  mine = city.caller(service, own.v1.OpenSessionsServiceService);
  ended = city.caller(service, own.v1.SessionsServiceService);
});
afterAll(() => city.close());

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute));
const as = (onBehalfOf: string) => ({ onBehalfOf });
const keep = async (who: string, sessionId: string, minute: number) =>
  answered(
    await mine.keep(
      {
        session: {
          sessionId,
          role: who.split(':')[0]!,
          startedAt: at(0),
          seenAt: at(minute),
          device: { browser: 'edge', system: 'windows' },
        },
      },
      as(who),
    ),
  );
const listed = async (who: string, since = at(0)) =>
  answered(await mine.list({ since }, as(who))).sessions.map(({ sessionId }) => sessionId);
const endedIds = async () =>
  answered(await ended.listEnded({ since: undefined })).sessions.map((each) => each.sessionId);

test('a person sees their own sessions in either role, the last used first, and nobody else’s', async () => {
  await keep('resident:p-1', 's-11', 1);
  await keep('officer:p-1', 's-12', 5);
  await keep('resident:p-2', 's-21', 3);
  expect(await listed('resident:p-1')).toEqual(['s-12', 's-11']);
  expect(await listed('officer:p-1', at(2))).toEqual(['s-12']);
  await keep('resident:p-1', 's-11', 9);
  const [first] = answered(await mine.list({ since: at(0) }, as('resident:p-1'))).sessions;
  expect(first).toEqual({
    sessionId: 's-11',
    role: 'resident',
    startedAt: at(0),
    seenAt: at(9),
    device: { browser: 'edge', system: 'windows' },
  });
});

test('a person ends a session of their own, and no other’s', async () => {
  await keep('resident:p-3', 's-31', 1);
  expect(await mine.endOne({ sessionId: 's-31' }, as('resident:p-4'))).toMatchObject({ refused: 'session-not-found' });
  expect(await listed('resident:p-3')).toEqual(['s-31']);
  answered(await mine.endOne({ sessionId: 's-31' }, as('resident:p-3')));
  expect([await listed('resident:p-3'), await endedIds()]).toEqual([[], expect.arrayContaining(['s-31'])]);
  expect(await mine.endOne({ sessionId: 's-31' }, as('resident:p-3'))).toMatchObject({ refused: 'session-not-found' });
});

test('ending all others leaves the one that asks, and everybody else’s', async () => {
  for (const session of ['s-51', 's-52', 's-53']) await keep('resident:p-5', session, 1);
  await keep('resident:p-6', 's-61', 1);
  const { sessionIds } = answered(await mine.endOthers({ sessionId: 's-52' }, as('resident:p-5')));
  expect([...sessionIds].sort()).toEqual(['s-51', 's-53']);
  expect([await listed('resident:p-5'), await listed('resident:p-6')]).toEqual([['s-52'], ['s-61']]);
  expect(await endedIds()).toEqual(expect.arrayContaining(['s-51', 's-53']));
});

test('a signed-out session is not in the list, also when a use of it is told late', async () => {
  await keep('resident:p-7', 's-71', 1);
  answered(await ended.end({ sessionId: 's-71' }));
  await keep('resident:p-7', 's-71', 2);
  expect(await listed('resident:p-7')).toEqual([]);
});

test('the device is stored sealed', async () => {
  await keep('resident:p-8', 's-81', 1);
  const stored = await city.servers.db('residents').collection('openSessions').find().toArray();
  expect(stored.length).toBeGreaterThan(0);
  expect(JSON.stringify(stored)).not.toContain('windows');
});
