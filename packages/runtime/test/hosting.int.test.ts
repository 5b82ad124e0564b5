import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { connect } from '@lianban/grpc';
import { Servers, echo, freePort, sequences, until, upTo } from '@lianban/testing';
import { killAll, startChild } from './harness/child';
import { load, stored } from './harness/load';

const servers = new Servers();
beforeAll(() => servers.makeTopics('counting.v1', 'hearing.v1', 'counting.v1.hearing.dlt'));
afterEach(killAll);
afterAll(() => servers.close());

const mains = ['counting', 'hearing', 'door'].map((name) => join(__dirname, 'fixtures', 'hosted', `${name}.ts`));

/** Two services and an edge in one process; the child's own ports are counting's, and the probes of all. */
async function host(env: Readonly<Record<string, string>> = {}) {
  const names = ['counting', 'hearing', 'door'] as const;
  const health = { counting: await freePort(), hearing: await freePort(), door: await freePort() };
  const [hearing, door, counting] = [await freePort(), await freePort(), await freePort()];
  const own = {
    ...Object.fromEntries(names.map((name) => [`${name.toUpperCase()}__HEALTH_PORT`, String(health[name])])),
    COUNTING__GRPC_PORT: String(counting),
    HEARING__GRPC_PORT: String(hearing),
    DOOR__HTTP_PORT: String(door),
    DOOR__SERVICE_ADDRESSES: `counting=127.0.0.1:${counting}`,
  };
  const child = await startChild(
    servers,
    mains,
    { LOG_LEVEL: 'info', ...own, ...env },
    join('..', '..', 'src', 'host.ts'),
  );
  const lines = () =>
    child
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { service: string; level: string; msg: string; err?: { message: string } });
  const readAt = async (name: keyof typeof health, path: string) =>
    (await fetch(`http://127.0.0.1:${health[name]}${path}`)).text();
  return { child: { ...child, grpcPort: counting }, door: `http://127.0.0.1:${door}`, hearing, lines, readAt };
}

const heardTotal = async (id: string) => (await stored(servers, 'hearing', id)).total;

test('each answers on its own ports, under its own name, with its own figures', async () => {
  const { child, hearing, lines, readAt } = await host({ OTEL_METRICS_EXPORTER: 'prometheus' });
  const asked = connect(echo, `127.0.0.1:${child.grpcPort}`, 'test', 'counting');
  await asked.call.add({ id: 'H/1', amount: 3 });
  await until('heard next door', async () => (await heardTotal('H/1')) === 3);
  const answers = connect(echo, `127.0.0.1:${hearing}`, 'test', 'hearing');
  expect(await answers.call.howMany({ of: 'H/1' })).toEqual({ amount: 3 });
  for (const { close } of [asked, answers]) close();

  for (const name of ['counting', 'hearing', 'door'] as const)
    expect(await readAt(name, '/healthz/ready')).toBe('ok\n');
  const hears = /lianban_consume_records_total\{.*topic=.*\} 1\n/;
  await until('the record is counted', async () => hears.test(await readAt('hearing', '/metrics')));
  const [counting, heard] = [await readAt('counting', '/metrics'), await readAt('hearing', '/metrics')];
  expect(counting).toContain('service_name="counting"');
  expect(heard).toContain('service_name="hearing"');
  expect(counting).toMatch(/lianban_handle_commands_total\{.*outcome="done".*\} 1\n/);
  expect(counting).not.toMatch(/lianban_consume_records_total\{.*topic=/);
  expect(heard).toMatch(/lianban_handle_commands_total\{.*outcome="done".*\} 1\n/);
  for (const text of [counting, heard]) expect(text).toContain('v8js_memory_heap_used');
  expect(
    lines()
      .filter(({ msg }) => msg === 'service started')
      .map(({ service }) => service)
      .toSorted(),
  ).toEqual(['counting', 'hearing']);
});

test('told to stop under load, all finish what they took: the edge first, which still gets its answers', async () => {
  const { child, door, lines } = await host();
  const subjects = upTo(10).map((n) => `S/${n}`);
  const calls = load(child, subjects);
  const waiting = fetch(`${door}/S/door`);
  await until('work under way', () => calls.count() > 100);
  child.kill('SIGTERM');
  expect(await (await waiting).text()).toBe('added');
  expect(await child.ended).toBe(0);
  await calls.stop();

  const stopped = lines().filter(({ msg }) => msg === 'service stopped');
  expect(stopped.map(({ service }) => service).toSorted()).toEqual(['counting', 'hearing']);
  expect(child.output()).not.toContain('stop step failed');
  for (const name of ['counting', 'hearing'])
    expect(await servers.db(name).collection('outbox').countDocuments()).toBe(0);
  const told = sequences(await servers.read('counting.v1', (found) => found.length >= calls.count()));
  for (const id of subjects) {
    const { total } = await stored(servers, 'counting', id);
    expect(total).toBeGreaterThanOrEqual(calls.answered.get(id)!);
    expect(told[id]).toEqual(upTo(total));
  }
  const again = await host();
  for (const id of subjects) {
    const { total } = await stored(servers, 'counting', id);
    await until(`${id} is heard`, async () => (await heardTotal(id)) === total);
  }
  again.child.kill('SIGTERM');
  expect(await again.child.ended).toBe(0);
});

test('a fatal error of one ends all of them, and the log names whose it was', async () => {
  const { child, hearing, lines } = await host();
  const { call, close } = connect(echo, `127.0.0.1:${hearing}`, 'test', 'hearing');
  await call.add({ id: 'B/bug', amount: 1 }).catch(() => undefined);
  expect(await child.ended).toBe(1);
  close();
  expect(lines().filter(({ level }) => level === 'fatal')).toMatchObject([{ service: 'hearing' }]);
});

/** What stands on stderr of a host that does not start. */
function refusal(env: Readonly<Record<string, string>>, programs = mains): string {
  const files = [join(__dirname, 'fixtures', 'typescript.js'), join(__dirname, '..', 'src', 'host.ts')];
  const { status, stderr } = spawnSync(process.execPath, ['--require', ...files, ...programs], {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  return stderr;
}

test('wrong settings of one keep all of them from starting, and are told with its name', () => {
  expect(refusal({ HEARING__GRPC_PORT: 'seven' })).toMatch(/^hearing did not start: Wrong settings.*\n {2}GRPC_PORT: /);
  expect(refusal({ HOST__HEALTH_PORT: '70000' })).toMatch(/^host did not start: Wrong settings.*\n {2}HEALTH_PORT: /);
});

test('a file that is no main.js of a service is named', () => {
  const other = join(__dirname, 'harness', 'load.ts');
  expect(refusal({}, [other])).toContain(`${other} exports no program`);
});
