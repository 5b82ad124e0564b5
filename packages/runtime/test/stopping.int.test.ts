import { type Child, killAll, startChild } from './harness/child';
import { event } from './harness/events';
import { load, stored } from './harness/load';
import { freePort, Servers, sequences, until, upTo } from '@lianban/testing';

const servers = new Servers();
beforeAll(() => servers.makeTopics('counting.v1', 'hearing.v1', 'counting.v1.hearing.dlt'));
afterEach(killAll);
afterAll(() => servers.close());

/** Every different answer of the readiness probe, in their order, until nobody is there. */
async function readinessUntilGone(child: Child): Promise<number[]> {
  const codes: number[] = [];
  while (codes.at(-1) !== 0) {
    const code = await child.probe('ready');
    if (code !== codes.at(-1)) codes.push(code);
  }
  return codes;
}

test('told to stop under load, a process finishes what it took, tells it, leaves nothing behind and ends well', async () => {
  const child = await startChild(servers, ['counting'], { LOG_LEVEL: 'info' });
  const subjects = upTo(20).map((n) => `T/${n}`);
  const calls = load(child, subjects);
  await until('work under way', () => calls.count() > 200);

  const began = Date.now();
  child.kill('SIGTERM');
  const codes = await readinessUntilGone(child);
  expect(await child.ended).toBe(0);
  await calls.stop();

  expect(Date.now() - began).toBeLessThan(Number(servers.env.STOP_GRACE_MS));
  // First it says that it is not ready, and never again that it is.
  expect(codes.slice(-2)).toEqual([503, 0]);
  expect(codes.length).toBeLessThanOrEqual(3);
  expect(child.output()).not.toContain('stop step failed');
  expect(await servers.db('counting').collection('outbox').countDocuments()).toBe(0);
  const heard = sequences(await servers.read('counting.v1', (found) => found.length >= calls.count()));
  for (const id of subjects) {
    const { total } = await stored(servers, 'counting', id);
    // A call that failed was refused at the door, or not answered in time: never half done.
    expect(total).toBeGreaterThanOrEqual(calls.answered.get(id)!);
    expect(total).toBeLessThanOrEqual(calls.answered.get(id)! + (calls.failed.get(id) ?? 0));
    expect(heard[id]).toEqual(upTo(total));
  }
});

test('told to stop while it reads, a process commits what it did and leaves; the next one reads on from there', async () => {
  const subjects = upTo(40).map((n) => `R/${n}`);
  const first = await startChild(servers, ['hearing', 'counting.v1']);
  for (const half of [upTo(25), upTo(50).slice(25)])
    await servers.send(
      'counting.v1',
      half.flatMap((n) => subjects.map((id) => event(id, n, 1))),
    );
  const heard = async () =>
    (await Promise.all(subjects.map((id) => stored(servers, 'hearing', id)))).map(({ total }) => total);
  await until('reading', async () => (await heard()).some((total) => total > 0));

  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  // It left its group, so nobody has to wait until it is missed.
  const began = Date.now();
  await startChild(servers, ['hearing', 'counting.v1']);

  expect(Date.now() - began).toBeLessThan(12_000);
  await until('all of it', async () => (await heard()).every((total) => total === 50));
  expect(await servers.db('hearing').collection('parked').countDocuments()).toBe(0);
});

test('without an endpoint for telemetry none is loaded, and a silent service says nothing', async () => {
  const child = await startChild(servers, ['counting']);
  child.kill('SIGUSR2');
  await until('an answer', () => child.output().includes('loaded'));
  child.kill('SIGTERM');

  expect(await child.ended).toBe(0);
  expect(child.output()).toBe('{"loaded":0}\n');
});

test('a collector that is away does not hold up the end', async () => {
  const away = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await freePort()}` };
  const child = await startChild(servers, ['counting'], away);
  child.kill('SIGUSR2');
  await until('an answer', () => child.output().includes('loaded'));
  const calls = load(child, ['C/1']);
  await until('some work', () => calls.count() > 10);
  child.kill('SIGTERM');

  expect(await child.ended).toBe(0);
  await calls.stop();
  expect(child.output()).toMatch(/^\{"loaded":[1-9]\d*\}\n$/);
});

test('a wrong setting ends the start, with every name and no value', async () => {
  const wrong = { KAFKA_BROKERS: 'secret', TIME_TRAVEL: 'on', LIANBAN_ENV: 'production' };

  const failure = await startChild(servers, ['counting'], wrong).catch((error: Error) => error.message);

  expect(failure).toMatch(/counting did not start: [^]*KAFKA_BROKERS: [^]*TIME_TRAVEL: /);
  expect(failure).not.toContain('secret');
});
