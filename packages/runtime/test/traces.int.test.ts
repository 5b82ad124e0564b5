import { connect } from '@lianban/grpc';
import { echo, Servers, until } from '@lianban/testing';
import { type Child, killAll, startChild } from './harness/child';
import { otlpSink } from './harness/otlp-sink';

const servers = new Servers();
let sink: Awaited<ReturnType<typeof otlpSink>>;
let [counting, hearing]: Child[] = [];
beforeAll(async () => {
  await servers.makeTopics('counting.v1', 'hearing.v1', 'counting.v1.hearing.dlt');
  sink = await otlpSink();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint };
  [counting, hearing] = await Promise.all([
    startChild(servers, ['counting'], env),
    startChild(servers, ['hearing', 'counting.v1'], env),
  ]);
});
afterAll(async () => {
  killAll();
  await sink.close();
  await servers.close();
});

const add = async (id: string, traceparent?: string) => {
  const connection = connect(echo, `127.0.0.1:${counting!.grpcPort}`, 'test', 'counting');
  await connection.call.add({ id, amount: 1 }, { traceparent });
  connection.close();
};

test('one trace goes from a call through the outbox and Kafka to what the next service makes of it', async () => {
  const traceId = 'a1'.repeat(16);
  await add('A/traced', `00-${traceId}-${'b2'.repeat(8)}-01`);

  const span = (service: string, name: RegExp) =>
    until(`${service} ${String(name)}`, () =>
      sink.spans.find((seen) => seen.service === service && seen.traceId === traceId && name.test(seen.name)),
    );
  const served = await span('counting', /EchoService\/Add$/);
  const heard = await span('hearing', /^process .*counting\.v1$/);

  expect(served.parentId).toBe('b2'.repeat(8));
  expect(heard.parentId).toBe(served.spanId);
  const told = await servers.read('hearing.v1', (records) => records.length >= 1);
  expect(told[0]!.headers).toMatchObject({ traceparent: `00-${traceId}-${heard.spanId}-01` });
  expect(told[0]!.headers['ce_causationid']).toBe('counting/A/traced/1');
});

test('what a deadline sets off is a trace of its own, linked to the one of the case', async () => {
  const traceId = 'e5'.repeat(16);
  await add('C/alarm', `00-${traceId}-${'f6'.repeat(8)}-01`);

  const rang = await until('the deadline', () =>
    sink.spans.find(({ name, links }) => name === 'deadline tallies' && links.includes(traceId)),
  );
  expect(rang).toMatchObject({ service: 'counting', parentId: '', links: [traceId] });
  expect(rang.traceId).not.toBe(traceId);
  const told = await servers.read('counting.v1', (records) => records.some(({ key }) => key === 'C'));
  const { headers } = told.find(({ key }) => key === 'C')!;
  expect(headers['traceparent']).toBe(`00-${rang.traceId}-${rang.spanId}-01`);
  const { traceparent } = (await servers
    .db('counting')
    .collection('tallies')
    .findOne({ _id: 'C/alarm' } as never))!;
  expect(traceparent).toBeUndefined();
});

test('a trace that is not sampled stays so, all the way', async () => {
  const traceId = 'c3'.repeat(16);
  await add('B/unsampled', `00-${traceId}-${'d4'.repeat(8)}-00`);

  const told = await servers.read('hearing.v1', (records) => records.some(({ key }) => key === 'B'));

  const { traceparent } = told.find(({ key }) => key === 'B')!.headers;
  expect(traceparent).toMatch(new RegExp(`^00-${traceId}-[\\da-f]{16}-00$`));
});

test('the figures arrive, the last of them at the end', async () => {
  const names = (service: string) =>
    new Set(sink.metrics.filter((seen) => seen.service === service).map(({ name }) => name));
  // What is observed is sent at intervals only: of a service that has stopped there is nothing to observe.
  await until('both are observed', () =>
    ['counting', 'hearing'].every((service) => names(service).has('lianban.outbox.oldest_age')),
  );
  for (const child of [counting!, hearing!]) child.kill('SIGTERM');
  expect(await Promise.all([counting!.ended, hearing!.ended])).toEqual([0, 0]);

  for (const name of ['handle.commands', 'handle.batch', 'store.commit', 'outbox.published', 'outbox.oldest_age'])
    expect(names('counting')).toContain(`lianban.${name}`);
  for (const name of ['consume.records', 'consume.chunk', 'consume.parked_keys', 'consume.oldest_age', 'consume.lag'])
    expect(names('hearing')).toContain(`lianban.${name}`);
});
