/* global fetch, performance */
// What is proved with a city of pods. Each throws when it does not hold, and says what it measured.
const assert = require('node:assert/strict');
const { setTimeout: pause } = require('node:timers/promises');
const { MongoClient } = require('mongodb');
const { runCanary, trial } = require('../../../tools/ops/dist/canary');
const engine = require('./engine');
const { becomesReady, watchLiveness } = require('./kubelet');
const { podOf } = require('./manifests');
const { residents } = require('./residents');

/** The first process is Node, of a user who may do nothing, on a root that cannot be written. */
async function bound({ running }) {
  const { pod } = running.get('permits');
  const who = await engine.inside(
    pod,
    'node',
    '-p',
    '[process.getuid(), require("fs").readFileSync("/proc/1/comm", "utf8").trim()].join()',
  );
  assert.match(who, /^10001,(node|MainThread)$/);
  await assert.rejects(engine.inside(pod, 'touch', '/app/x'), /Read-only/);
  await engine.inside(pod, 'touch', '/tmp/x');
  return `the first process is Node, user 10001, the root cannot be written: ${who}`;
}

/** Told to go while it waits for a database, it goes. */
async function goesWhileWaiting({ deployments, ports, given }) {
  const made = podOf(deployments.get('permits'), 3, ports, {
    ...given,
    MONGO_URL: 'mongodb://127.0.0.1:1/?replicaSet=rs0',
  });
  await engine.play(made.pod);
  await until('it lives', async () => (await fetch(`http://127.0.0.1:${made.own.health}/healthz/live`)).ok);
  const { code, ms } = await engine.quit(made.pod, 20);
  assert.equal(code, 0);
  return `alive while its database is away, and gone ${ms} ms after SIGTERM`;
}

async function canary({ url, tokens }) {
  const lines = await runCanary(url, tokens[0], 60_000);
  return lines.join('; ');
}

/** Each service is told to go under load and comes back. */
async function sigterm(city) {
  const went = [];
  const told = await underLoad(city, 120_000, async (load) => {
    for (const name of city.names) {
      const before = load.tally().submitted;
      await until('there is load', () => load.tally().submitted > before + 3);
      const { pod, own, probes } = city.running.get(name);
      if (name === 'gateway') city.front.remove(own.main);
      const { code, ms, said } = await engine.quit(pod, probes.graceSeconds - probes.preStopSeconds);
      assert.equal(code, 0, `${name} ended with ${code} on SIGTERM:\n${said}`);
      city.running.set(name, await city.begin(name));
      if (name === 'gateway') city.front.add(own.main);
      went.push(`${name} ${ms} ms`);
    }
  });
  return `gone after ${went.join(', ')}; ${told}`;
}

/** Two copies of the gateway are replaced, one after another, as a rolling upgrade with maxSurge 1 does it. */
async function rolling(city, tag) {
  const old = [city.running.get('gateway'), await city.begin('gateway', 1)];
  city.front.add(old[1].own.main);
  const next = city.manifests(tag);
  return underLoad(city, 30_000, async (load) => {
    await until('there is load', () => load.tally().submitted > 20);
    for (const [i, gone] of old.entries()) {
      const { probes } = gone;
      const fresh = await city.begin('gateway', 2 + i, { from: next });
      await pause(probes.minReadySeconds * 1000);
      city.front.add(fresh.own.main);
      // Nodes hear of it later than the copy itself would.
      void pause(1_000).then(() => city.front.remove(gone.own.main));
      await pause(probes.preStopSeconds * 1000);
      const { code, said } = await engine.quit(gone.pod, probes.graceSeconds - probes.preStopSeconds);
      assert.equal(code, 0, `the gateway ended with ${code}:\n${said}`);
      city.running.set('gateway', fresh);
    }
  });
}

/** A broker, then a database, is away for longer than anything may stand still: no pod is started anew for it. */
async function outages(city, seconds) {
  const told = [];
  for (const server of ['kafka', 'mongo']) {
    const watchers = [...city.running.values()].map(watchLiveness);
    await engine.pause(city.servers[server]);
    await pause(seconds * 1000);
    const restarts = await Promise.all(watchers.map((stop) => stop()));
    assert.deepEqual(
      restarts,
      restarts.map(() => 0),
      `restarts while ${server} was away`,
    );
    const began = performance.now();
    await engine.resume(city.servers[server]);
    await Promise.all([...city.running.values()].map((each) => becomesReady(each)));
    const ready = Math.round(performance.now() - began);
    await runCanary(city.url, city.tokens[0], 60_000);
    told.push(
      `${server} away for ${seconds} s: no pod would have been started anew, all were ready ${ready} ms after it came back`,
    );
  }
  return told.join('; ');
}

/** Runs `act` while residents ask and submit, and looks for everything that was accepted. @throws when anything was lost */
async function underLoad(city, patienceMs, act) {
  const client = new MongoClient(city.mongoUrl);
  try {
    const stored = client.db(`${city.prefix}applications`).collection('applications');
    const before = await stored.countDocuments();
    const load = residents({ url: city.url, tokens: city.tokens, application: trial, patienceMs });
    await act(load).catch(async (error) => {
      await load.stop();
      throw error;
    });
    const { asked, submitted, repeated, lost } = await load.stop();
    assert.deepEqual(lost, []);
    const ended = { _id: { $in: [...load.accepted] }, 'state.ending': { $in: ['completed', 'partly-granted'] } };
    await until(
      'all accepted are at their end',
      async () => (await stored.countDocuments(ended)) === load.accepted.size,
    );
    assert.equal(load.accepted.size, submitted);
    assert.equal((await stored.countDocuments()) - before, submitted, 'a submission was taken twice');
    return [
      `${asked} requests, ${lost.length} lost`,
      `${submitted} applications submitted, each once, all went through all departments`,
      `repeated: ${JSON.stringify(repeated)}`,
    ].join('; ');
  } finally {
    await client.close();
  }
}

async function until(what, look, withinMs = 120_000) {
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(200)) {
    if (await Promise.resolve(look()).catch(() => false)) return;
  }
  throw new Error(`waited ${withinMs / 1000} s in vain until ${what}`);
}

module.exports = { bound, goesWhileWaiting, outages, rolling, sigterm, canary };
