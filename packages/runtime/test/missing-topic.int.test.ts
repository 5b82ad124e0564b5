import { createLog } from '@lianban/telemetry';
import { hearsCounts, startTallies, stopAll, totalOf } from './harness/counting';
import { event } from './harness/events';
import { figures, Servers, until } from '@lianban/testing';

const counted = figures();
const servers = new Servers();
beforeAll(() => servers.makeTopics('counting.v1', 'counting.v1.hearing.dlt', 'hearing.v1'));
afterAll(async () => {
  await stopAll();
  await servers.close();
});

test('a topic that does not exist is named and keeps nobody from the others; when it comes it is heard', async () => {
  const told: object[] = [];
  const log = createLog('hearing', 'silent');
  log.error = ((fields: object) => void told.push(fields)) as typeof log.error;
  const later = { ...hearsCounts('later.v1'), declaredAt: 'later.yaml:2' };
  const service = await startTallies(servers, 'hearing', { subscriptions: [hearsCounts(), later] }, {}, log);
  const ready = async () => (await fetch(`http://127.0.0.1:${service.healthPort}/healthz/ready`)).text();

  await until('it is ready', () => service.isReady());
  await servers.send('counting.v1', [event('A/x', 1, 5)]);
  await until('the topic that is there is heard', async () => (await totalOf(service, 'A/x')) === 5);
  const sentence =
    'later.yaml:2: topic later.v1 does not exist: a manifest.yaml must publish it, then scripts/topics creates it';
  expect(await ready()).toBe(`ok\ndegraded: ${sentence}\n`);
  expect(told).toEqual([{ topic: 'later.v1', reason: sentence }]);
  expect(await counted.gaugeOf('lianban.consume.missing_topics', { service: 'hearing' })).toBe(1);

  await servers.makeTopics('later.v1');
  await servers.send('later.v1', [event('B/x', 1, 7, { ce_source: 'lianban/later' })]);
  await until('the topic that came is heard from its beginning', async () => (await totalOf(service, 'B/x')) === 7);
  await servers.send('counting.v1', [event('A/x', 2, 1)]);
  await until('and the other one on', async () => (await totalOf(service, 'A/x')) === 6);
  expect(await ready()).toBe('ok\n');
});
