import { randomBytes } from 'node:crypto';
import type { AnyAggregate } from '@lianban/model';
import { type Composition, type Running, readConfig, startService } from '@lianban/runtime';
import { createLog } from '@lianban/telemetry';
import { Servers, TALLIES, quiet, tally } from '@lianban/testing';
import { type CityInspector, inspectCity } from '../src/inspect/city';
import { Problem } from '../src/problem';
import { sealRun, sealStatus, sealStop } from '../src/seals';

const servers = new Servers();
const keyLine = (id: string) => `${id} aes-256-gcm ${randomBytes(32).toString('base64')}`;
const [first, second] = [keyLine('k1'), keyLine('k2')];
const sealedTally: AnyAggregate = { ...tally, sealed: ['total'] };
const why = { operator: 'op-1', reason: 'a test' };
let service: Running | undefined;
let city: CityInspector;

async function start(env: Record<string, string>, ownSeals: Composition['ownSeals'] = []): Promise<Running> {
  await service?.stop();
  const parts = { topic: 'counting.v1', aggregates: [sealedTally], ownSeals };
  const fatal = (error: Error) => {
    throw error;
  };
  service = await startService('counting', parts, readConfig({ ...servers.env, ...env }), quiet, fatal);
  return service;
}
const add = (to: Running, id: string) => to.app.dispatch(TALLIES, id, { type: 'Add', amount: 5 });
const rowOf = async (collection: string) =>
  ((await sealStatus(city)).data as { collection: string }[]).find((row) => row.collection === collection);

beforeAll(async () => {
  await servers.makeTopics('counting.v1');
  city = await inspectCity(readConfig(servers.env), createLog('test', 'silent'));
});
afterAll(async () => {
  await service?.stop();
  await city.close();
  await servers.close();
});

test('operators see what is sealed, have the rest sealed, and rotate the key', async () => {
  const before = await start({ DATA_SEALING: 'off' });
  expect(await sealStatus(city)).toMatchObject({ data: [], lines: ['nothing is sealed here'] });
  for (const id of ['A', 'B', 'C']) await add(before, id);

  await add(await start({ DATA_KEYS: first }), 'D');
  expect(await rowOf('tallies')).toMatchObject({ key: 'k1', current: 1, old: 0, unsealed: 3, run: 'never run' });
  const { data } = await sealRun(city, 'counting', why);
  expect(data).toContainEqual({ service: 'counting', collection: 'tallies', looked: 4, sealed: 3 });
  expect(await rowOf('tallies')).toMatchObject({ current: 4, unsealed: 0, run: expect.stringContaining('finished') });

  const rotated = await start({ DATA_KEYS: `${second}\n${first}` });
  expect(await rowOf('tallies')).toMatchObject({ key: 'k2', current: 0, old: 4, older: { k1: 4 } });
  await sealRun(city, undefined, why);
  expect(await rowOf('tallies')).toMatchObject({ key: 'k2', current: 4, old: 0 });
  expect((await rotated.app.get(TALLIES, 'A'))?.state.total).toBe(5);
});

test('a run can be stopped, also before anybody took it up, and goes on when it is asked for again', async () => {
  await service?.stop();
  service = undefined;
  const running = sealRun(city, 'counting', why).catch((error: unknown) => error);
  const { seals } = city.services.find(({ name }) => name === 'counting')!.store;
  const askedAgain = async () => (await seals.runs()).every(({ finishedAt }) => !finishedAt);
  while (!(await askedAgain())) await new Promise(setImmediate);
  expect(await sealStop(city, 'counting', why)).toMatchObject({
    data: [{ collection: 'contents' }, { collection: 'tallies' }],
  });
  expect(await running).toBeInstanceOf(Problem);
  expect(await rowOf('tallies')).toMatchObject({ run: 'stopped' });
  expect(await sealStop(city, 'counting', why)).toMatchObject({ lines: ['nothing was running'] });

  await start({ DATA_KEYS: second });
  const { data } = await sealRun(city, 'counting', why);
  expect(data).toContainEqual({ service: 'counting', collection: 'tallies', looked: 4, sealed: 0 });
  const acts = await city.services.find(({ name }) => name === 'counting')!.store.actions();
  expect(acts.map(({ action }) => action)).toEqual(['seal', 'seal', 'seal', 'stop-sealing', 'stop-sealing', 'seal']);
});

test('texts a service seals by itself are counted by key, and sealed anew by the same run', async () => {
  const stored = servers.db('counting').collection<{ _id: string; version: number; state: object }>('tallies');
  const words = { A: 'v1.old', B: 'v2.k8.old', C: 'v2.k9.old' };
  for (const [_id, text] of Object.entries(words)) await stored.updateOne({ _id }, { $set: { 'state.words': text } });
  const anew = (state: unknown) => {
    const { words: text = '' } = state as { words?: string };
    return text === '' || text.startsWith('v2.k9.') ? state : { ...(state as object), words: `v2.k9.${text}` };
  };
  await start({ DATA_KEYS: second }, [{ collection: 'tallies', at: ['state.words'], key: 'k9', anew }]);
  const own = 'tallies (own key)';
  const older = { unnamed: 1, k8: 1 };
  expect(await rowOf(own)).toMatchObject({ key: 'k9', current: 1, old: 2, older, unsealed: 0 });
  const { data } = await sealRun(city, 'counting', why);
  expect(data).toContainEqual({ service: 'counting', collection: own, looked: 4, sealed: 2 });
  expect(await rowOf(own)).toMatchObject({ current: 3, old: 0 });
  // Whoever holds the former in memory has to read it again.
  expect((await stored.findOne({ _id: 'C' }))!.version).toBeLessThan((await stored.findOne({ _id: 'A' }))!.version);
});
