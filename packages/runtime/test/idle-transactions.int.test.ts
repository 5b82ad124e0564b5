import { killAll, startChild } from './harness/child';
import { event } from './harness/events';
import { stored } from './harness/load';
import { Servers, until } from '@lianban/testing';

const servers = new Servers();
beforeAll(() => servers.makeTopics('counting.v1', 'hearing.v1', 'counting.v1.hearing.dlt'));
afterEach(killAll);
afterAll(() => servers.close());

test('a consumer that never comes back from a record gives no sign of life; the mended one after it reads on from there', async () => {
  const stuck = await startChild(servers, ['hearing', 'counting.v1', '98']);
  await servers.send('counting.v1', [event('S/x', 1, 5)]);
  await until('it hears', async () => (await stored(servers, 'hearing', 'S/x')).total === 5);
  expect(await stuck.probe('live')).toBe(200);

  await servers.send('counting.v1', [event('S/x', 2, 98), event('S/x', 3, 1)]);
  await until('it gives no sign', async () => (await stuck.probe('live')) === 0);
  expect(await stuck.probe('live')).toBe(0);
  // What a kubelet does then: it does not hear SIGTERM either.
  stuck.kill('SIGKILL');
  expect(await stuck.ended).toBe('SIGKILL');

  await startChild(servers, ['hearing', 'counting.v1']);
  await until('all of it', async () => (await stored(servers, 'hearing', 'S/x')).total === 104);
});
