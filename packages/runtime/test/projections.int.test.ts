import type { Log } from '@lianban/telemetry';
import { Servers, figures, quiet, until } from '@lianban/testing';
import { killAll, startChild } from './harness/child';
import { startTallies, stopAll } from './harness/counting';
import { event } from './harness/events';
import { storedSums, sums } from './harness/sums';

const counted = figures();
const servers = new Servers();
const errors: object[] = [];
const log = new Proxy(quiet, {
  get: (of, name) => (name === 'error' ? (fields: object) => errors.push(fields) : Reflect.get(of, name)),
}) as Log;

beforeAll(() => servers.makeTopics('counting.v1', 'ringing.v1', 'summing.v1'));
afterEach(async () => {
  await stopAll();
  killAll();
});
afterAll(() => servers.close());

const start = () => startTallies(servers, 'summing', { projections: [sums] }, {}, log);
const send = (...records: ReturnType<typeof event>[]) => servers.send('counting.v1', records);
const ringing = { ce_source: 'lianban/ringing' };
const untilSeen = (subject: string, sequence: number) =>
  until(`${subject} is seen up to ${sequence}`, async () => {
    const { [subject]: found } = await storedSums(servers);
    return found?.seen?.[`counting:${subject}`] === sequence;
  });

test('a process that dies between the write and its offsets leaves each record with one effect', async () => {
  const child = await startChild(servers, [], { FAILPOINT: 'before-offset@1' }, 'sums.ts');
  await send(event('C/x', 1, 1), event('C/x', 2, 20), event('C/x', 3, 300));
  expect(await child.ended).toBe('SIGKILL');
  expect((await storedSums(servers))['C/x']).toMatchObject({ view: { total: 321 }, seen: { 'counting:C/x': 3 } });

  await start();
  await send(event('C/x', 4, 4_000));
  await untilSeen('C/x', 4);
  expect((await storedSums(servers))['C/x']).toMatchObject({ view: { total: 4_321, rings: 0 } });
  expect(await counted.countOf('lianban.projection.gaps', { projection: 'sums' })).toBe(0);
});

test('two topics feed one document; what comes twice, or is not believed, has no effect', async () => {
  const service = await start();
  const forged = event('D/x', 2, 1_000, { ce_source: 'lianban/nobody' });
  await servers.send('ringing.v1', [event('D/x', 1, 7, ringing), event('D/x', 1, 7, ringing)]);
  await send(event('D/x', 1, 1), forged, event('D/x', 1, 1), event('D', 1, 5), event('D/x', 2, 20));
  await untilSeen('D/x', 2);
  await until('both topics are read', async () => (await storedSums(servers))['D/x']?.seen?.['ringing:D/x'] === 1);
  const found = await storedSums(servers);
  expect(found['D/x']).toEqual({ view: { total: 28, rings: 0 }, seen: { 'counting:D/x': 2, 'ringing:D/x': 1 } });
  expect(Object.keys(found)).not.toContain('D');
  const largest = [{ $match: { 'view.total': { $gt: 20, $lt: 100 } } }, { $project: { total: '$view.total' } }];
  expect(await service.app.summarizeView(sums, largest)).toEqual([{ _id: 'D/x', total: 28 }]);
});

test('a record after a gap is left out, counted and logged; what was missing and comes mends it', async () => {
  await start();
  await send(event('G/x', 1, 1), event('G/x', 3, 300), event('G/x', 4, 4_000), event('H/x', 1, 'nonsense'));
  await send(event('I/x', 1, 5));
  await untilSeen('I/x', 1);
  await until('both are marked', async () => {
    const { 'G/x': gap, 'H/x': failed } = await storedSums(servers);
    return gap?.isStale && failed?.isStale;
  });
  expect((await storedSums(servers))['G/x']).toEqual({
    ...{ view: { total: 1, rings: 0 }, seen: { 'counting:G/x': 1 } },
    ...{ stale: { 'counting:G/x': 4 }, isStale: true },
  });
  const labels = { projection: 'sums', topic: `${servers.prefix}counting.v1` };
  expect(await counted.countOf('lianban.projection.gaps', labels)).toBe(2);
  expect(errors).toContainEqual(
    expect.objectContaining({ projection: 'sums', reason: 'counting:G/x 3: the record before it is missing' }),
  );

  await send(event('G/x', 2, 20), event('G/x', 3, 300), event('G/x', 4, 4_000));
  await untilSeen('G/x', 4);
  expect((await storedSums(servers))['G/x']).toEqual({
    view: { total: 4_321, rings: 0 },
    seen: { 'counting:G/x': 4 },
  });
});
