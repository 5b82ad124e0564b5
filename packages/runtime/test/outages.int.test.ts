import type { Running } from '../src/start-service';
import { pause } from '@lianban/backoff';
import { add, done, hearsCounts, startTallies, stopAll, totalOf } from './harness/counting';
import { event } from './harness/events';
import { freePort, Servers, mongoUrl, sequences, until } from '@lianban/testing';
import { wireTo } from './harness/proxy';

const servers = new Servers();
beforeAll(() => servers.makeTopics('counting.v1', 'hearing.v1', 'counting.v1.hearing.dlt'));
afterEach(stopAll);
afterAll(() => servers.close());

const probe = async ({ healthPort }: Running, name: string) =>
  (await fetch(`http://127.0.0.1:${healthPort}/healthz/${name}`)).status;

test('a database that is away for a while costs nothing but time', async () => {
  const { hostname, port } = new URL(mongoUrl);
  const wire = await wireTo(hostname, Number(port));
  const env = { MONGO_URL: `mongodb://127.0.0.1:${wire.port}/?directConnection=true` };
  const service = await startTallies(servers, 'hearing', { subscriptions: [hearsCounts()] }, env);
  await servers.send('counting.v1', [event('A/x', 1, 1)]);
  await until('the first', async () => (await totalOf(service, 'A/x')) === 1);

  wire.cut();
  await servers.send('counting.v1', [event('A/x', 2, 10), event('B/x', 1, 7)]);
  const person = add(service, 'A/x', 100);
  await until('it is not ready', async () => (await probe(service, 'ready')) === 503);
  // Longer than the driver looks for a server before it gives a command up.
  await pause(6_000);
  expect(await probe(service, 'live')).toBe(200);
  expect(await probe(service, 'ready')).toBe(503);
  wire.join();

  expect(done(await person).events).toHaveLength(1);
  await until('all of it', async () => (await totalOf(service, 'A/x')) === 111);
  await until('the other', async () => (await totalOf(service, 'B/x')) === 7);
  await until('it is ready', async () => (await probe(service, 'ready')) === 200);
  expect(await servers.db('hearing').collection('parked').countDocuments()).toBe(0);
  await service.stop();
  await wire.close();
});

test('without a broker a process waits, says it is not ready, stops in time, and the next one tells what it could not', async () => {
  const away = { KAFKA_BROKERS: `127.0.0.1:${await freePort()}`, STOP_GRACE_MS: '3000' };
  const service = await startTallies(servers, 'counting', {}, away);
  const answer = add(service, 'C/x');
  await until('it is not ready', async () => (await probe(service, 'ready')) === 503);
  expect(await probe(service, 'live')).toBe(200);

  const began = Date.now();
  await service.stop();
  expect(Date.now() - began).toBeLessThan(30_000);
  expect(await answer).toMatchObject({ refused: 'stopping' });
  expect(await servers.db('counting').collection('outbox').countDocuments()).toBe(1);

  const next = await startTallies(servers, 'counting');
  done(await add(next, 'C/x'));
  const heard = await servers.read('counting.v1', (found) => (sequences(found)['C/x'] ?? []).length >= 2);
  expect(sequences(heard.filter(({ headers }) => headers['ce_subject'] === 'C/x'))).toEqual({ 'C/x': [1, 2] });
});

test('a service that starts before its database waits for it, alive', async () => {
  const { hostname, port } = new URL(mongoUrl);
  const wire = await wireTo(hostname, Number(port));
  wire.cut();
  const healthPort = await freePort();
  const env = {
    MONGO_URL: `mongodb://127.0.0.1:${wire.port}/?directConnection=true`,
    HEALTH_PORT: String(healthPort),
  };
  const starting = startTallies(servers, 'counting', {}, env);
  const early = { healthPort } as Running;
  await until('it is alive', async () => (await probe(early, 'live').catch(() => 0)) === 200);
  expect([await probe(early, 'startup'), await probe(early, 'ready')]).toEqual([200, 503]);
  await pause(6_000);
  expect(await probe(early, 'live')).toBe(200);

  wire.join();
  const service = await starting;

  expect(await probe(service, 'ready')).toBe(200);
  await service.stop();
  await wire.close();
});
