import type { residents } from '@lianban/protos';
import { createLog } from '@lianban/telemetry';
import { type SecurityHappening, securityLog } from './security-log';

const log = createLog('test', 'silent');
const at = new Date('2026-03-02T01:00:00Z');
const search: SecurityHappening = {
  kind: 'id-search',
  who: 'officer:o-1',
  what: 'POST /api/desk/residents/search',
  about: '',
  person: 'r-1',
  whence: '10.0.0.7',
  outcome: 'done',
};
const refusal: SecurityHappening = {
  ...search,
  kind: 'refusal',
  person: '',
  what: 'GET /api/desk/board',
  outcome: 'wrong-role',
};

/** A log and everything the service was sent; `isAway` makes the service fail. */
function given() {
  const sent: residents.v1.SecurityEvent[] = [];
  const service = { isAway: false };
  const security = securityLog(
    {
      record: async ({ events }) => {
        if (service.isAway) throw new Error('away');
        sent.push(...events);
        return {};
      },
    },
    log,
    () => at,
  );
  return { security, sent, service };
}

test('nobody waits: what happened is sent with the next flush, and never whom it told of', async () => {
  const { security, sent } = given();
  security.note(search);
  expect(sent).toEqual([]);
  await security.flush();
  expect(sent).toMatchObject([{ kind: 'id-search', who: 'officer:o-1', whence: '10.0.0.7', at, count: 1 }]);
  expect(JSON.stringify(sent)).not.toContain('r-1');
});

test('what is alike and follows is one event with a count', async () => {
  const { security, sent } = given();
  for (let n = 0; n < 5; n += 1) security.note(refusal);
  security.note({ ...refusal, whence: '10.0.0.8' });
  await security.flush();
  expect(sent.map(({ whence, count }) => [whence, count])).toEqual([
    ['10.0.0.7', 5],
    ['10.0.0.8', 1],
  ]);
});

test('while the service is away events wait', async () => {
  const { security, sent, service } = given();
  service.isAway = true;
  security.note(search);
  await expect(security.flush()).rejects.toThrow('away');
  service.isAway = false;
  security.note(refusal);
  await security.flush();
  expect(sent.map(({ kind }) => kind)).toEqual(['id-search', 'refusal']);
});

test('more than can wait is counted, and the log says so', async () => {
  const { security, sent } = given();
  for (let n = 0; n < 10_050; n += 1) security.note({ ...search, person: '', about: `A-${n}/licence` });
  await security.flush();
  await security.flush();
  expect(sent).toHaveLength(10_001);
  expect(sent.at(-1)).toMatchObject({ kind: 'lost', count: 50 });
});

test('twenty refusals of one person or address are a series; one officer’s looks at thirty different people are a trawl', async () => {
  const { security, sent } = given();
  for (let n = 0; n < 25; n += 1) security.note(refusal);
  for (let n = 0; n < 35; n += 1) security.note({ ...search, who: 'officer:o-2', person: `r-${n}` });
  for (let n = 0; n < 35; n += 1) security.note({ ...search, who: 'officer:o-3', person: 'r-1' });
  await security.flush();
  expect(sent.filter(({ kind }) => kind === 'series').map(({ who, outcome }) => [who, outcome])).toEqual([
    ['officer:o-1', 'refusals'],
    ['officer:o-2', 'trawl'],
  ]);
});
