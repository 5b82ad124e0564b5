/* global Buffer, fetch */
// scripts/collector-test says what is proved and what is needed.
//
//   run.js COLLECTOR CONFIGURATION FOLDER
//
// CONFIGURATION is rendered by the chart, sends to `TRACES` and `METRICS`, and finds its certificates in /etc/collector-….
const assert = require('node:assert/strict');
const { execFileSync, spawn } = require('node:child_process');
const { once } = require('node:events');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:net');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { openGrpc, openHttp } = require('./destinations');
const { metrics, personal, traces } = require('./samples');

const [program, configuration, folder] = process.argv.slice(2);

/** Waits until `look` gives something true. @throws after 30 s, with `what` */
async function until(what, look) {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await pause(100);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** An authority, and what it vouches for, as Secrets would hold it. */
function authority(name) {
  const at = (file) => join(folder, `${name}-${file}`);
  const make = (file, more) =>
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc', '-days', '2'],
        ...['-keyout', at(`${file}.key`), '-out', at(`${file}.crt`), '-subj', `/CN=${name} ${file}`, ...more],
      ],
      { stdio: 'pipe' },
    );
  make('ca', ['-addext', 'basicConstraints=critical,CA:TRUE']);
  const signed = ['-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-addext', 'subjectAltName=IP:127.0.0.1'];
  for (const file of ['server', 'client']) make(file, signed);
  const read = (file) => readFileSync(at(file));
  return { at, server: { ca: read('ca.crt'), cert: read('server.crt'), key: read('server.key') } };
}

/** Runs the collector with the chart's configuration until `use` is done with it. */
async function withCollector({ at }, to, use) {
  const [otlp, health, own] = [await freePort(), await freePort(), await freePort()];
  const secrets = join(folder, 'client');
  mkdirSync(secrets, { recursive: true });
  writeFileSync(join(secrets, 'tls.crt'), readFileSync(at('client.crt')));
  writeFileSync(join(secrets, 'tls.key'), readFileSync(at('client.key')));
  const text = readFileSync(configuration, 'utf8')
    .replace('TRACES:4317', `127.0.0.1:${to.traces.port}`)
    .replace('https://METRICS', `https://127.0.0.1:${to.metrics.port}`)
    .replaceAll('/etc/collector-ca/ca.crt', at('ca.crt'))
    .replaceAll('/etc/collector-client', secrets)
    .replace('0.0.0.0:4318', `127.0.0.1:${otlp}`)
    .replace('0.0.0.0:13133', `127.0.0.1:${health}`)
    .replace('host: 0.0.0.0, port: 8888', `host: 127.0.0.1, port: ${own}`)
    .replace('decision_wait: 20s', 'decision_wait: 1s');
  const file = join(folder, 'running.yaml');
  writeFileSync(file, text);
  const child = spawn(program, ['--config', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  const ended = once(child, 'exit');
  const post = async (path, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`http://127.0.0.1:${otlp}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    assert.equal(answer.status, 200, `${path} answers ${answer.status}`);
  };
  try {
    await until('the collector is ready', async () => {
      if (child.exitCode !== null) throw new Error('the collector ended');
      return (await fetch(`http://127.0.0.1:${health}/`).catch(() => undefined))?.ok;
    });
    await post('/v1/traces', traces());
    await post('/v1/metrics', metrics());
    await use();
  } catch (error) {
    process.stderr.write(Buffer.concat(said));
    throw error;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

const open = async (tls) => ({ traces: await openGrpc(tls), metrics: await openHttp(tls, '/otlp/v1/metrics') });
const close = (to) => [to.traces, to.metrics].forEach((each) => each.close());
const isIn = (bodies, words) => bodies.some((body) => body.includes(words));

async function passesOn(ours) {
  const to = await open(ours.server);
  await withCollector(ours, to, async () => {
    await until('the failed and the slow trace came', () =>
      ['failed', 'slow'].every((name) => isIn(to.traces.bodies, name)),
    );
    await until('the metrics of both copies came', () =>
      ['a/1', 'b/1'].every((id) => isIn(to.metrics.bodies, `permits-${id}`)),
    );
  });
  close(to);
  const all = [...to.traces.bodies, ...to.metrics.bodies];
  for (const [what, value] of Object.entries(personal)) assert.ok(!isIn(all, value), `${what} was passed on`);
  for (const kept of ['rpc.system', 'note']) assert.ok(isIn(to.traces.bodies, kept), `${kept} was not passed on`);
  for (const label of ['app_kubernetes_io_name', 'app_kubernetes_io_part_of', 'namespace', 'pod', 'topic'])
    assert.ok(isIn(to.metrics.bodies, label), `metrics have no ${label}`);
  assert.ok(!isIn(to.metrics.bodies, '{record}'), 'metrics have a unit');
}

/** The destinations are somebody else's. */
async function trustsNobodyElse(ours, others) {
  const to = await open({ ...others.server, ca: ours.server.ca });
  await withCollector(ours, to, () =>
    until('both connections were given up', () => [to.traces, to.metrics].every(({ refusals }) => refusals.length > 0)),
  );
  close(to);
  assert.deepEqual([to.traces.bodies, to.metrics.bodies], [[], []]);
}

async function main() {
  const [ours, others] = [authority('ours'), authority('others')];
  await passesOn(ours);
  console.log(
    'collector: what failed or was slow, and metrics of each copy, pass on over TLS without anything personal: ok',
  );
  await trustsNobodyElse(ours, others);
  console.log('collector: nothing goes to whom its authority does not know: ok');
}

main().catch((error) => {
  console.error(error);
  // Destinations are still open.
  process.exit(1);
});
