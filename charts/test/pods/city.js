/* global Buffer, performance */
// A city of pods: Kafka, MongoDB and every service of the chart, each where the others are told it is.
const { generateKeyPairSync } = require('node:crypto');
const { createIssuer, ensureTopics, testPrefix } = require('@lianban/infra');
const { readyKafka } = require('../../../infra/dist/stack/kafka-ready');
const { readyReplicaSet } = require('../../../infra/dist/stack/replica-set');
const { registerResidents } = require('../../../tools/e2e/dist/demo/put-in-place');
const engine = require('./engine');
const { becomesReady } = require('./kubelet');
const { podOf, render, serverPods } = require('./manifests');
const { openService } = require('./service-in-front');

const residentCount = 12;
const copies = 4;

/**
 * Starts it, from the first port of `base` on; `stop` takes everything away.
 * @param image { repository, tag } of the services
 * @param servers { kafka, mongo }: their images
 */
async function startCity({ base, image, servers, say }) {
  const at = { kafka: base + 190, mongo: base + 195 };
  const prefix = testPrefix();
  const pods = serverPods(at, servers);
  const stop = [() => engine.removeAll()];
  const end = async () => {
    for (const each of stop) await each();
  };
  try {
    await Promise.all([engine.play(pods.kafka), engine.play(pods.mongo)]);
    const kafkaBrokers = `127.0.0.1:${at.kafka}`;
    const mongoUrl = `mongodb://127.0.0.1:${at.mongo}/?replicaSet=rs0`;
    await Promise.all([readyKafka(kafkaBrokers), readyReplicaSet(`127.0.0.1:${at.mongo}`)]);
    await ensureTopics(kafkaBrokers, { prefix });
    say('Kafka and MongoDB answer');

    const manifests = (tag) => render({ kafkaBrokers, prefix, repository: image.repository, tag });
    const deployments = manifests(image.tag);
    const names = [...deployments.keys()];
    const ports = (name, copy) => {
      const main = base + names.indexOf(name) * copies + copy;
      return { main, health: main + 100 };
    };
    const front = openService(base + 90);
    stop.unshift(() => front.close());
    const url = `http://127.0.0.1:${base + 90}`;
    const issuer = createIssuer();
    const persons = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { format: 'jwk' },
      privateKeyEncoding: { format: 'jwk' },
    });
    const cases = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { format: 'jwk' },
      privateKeyEncoding: { format: 'jwk' },
    });
    const given = {
      MONGO_URL: mongoUrl,
      RESIDENTS_KEY: Buffer.alloc(32, 7).toString('base64'),
      DATA_KEYS: `first aes-256-gcm ${Buffer.alloc(32, 9).toString('base64')}`,
      SESSION_KEY: Buffer.alloc(32, 8).toString('base64'),
      TOKEN_JWKS: issuer.env.TOKEN_JWKS,
      PERSON_TOKEN_KEY: JSON.stringify(persons.privateKey),
      PERSON_TOKEN_JWKS: JSON.stringify({ keys: [persons.publicKey] }),
      CAPABILITY_KEY: JSON.stringify(cases.privateKey),
      CAPABILITY_JWKS: JSON.stringify({ keys: [cases.publicKey] }),
      WEB_URL: `http://127.0.0.1:${ports('web', 0).main}`,
      DESK_URL: `http://127.0.0.1:${ports('desk', 0).main}`,
      API_URL: url,
    };
    /** Plays a copy of a service; resolves with it and how many ms it took to be ready. */
    const begin = async (name, copy = 0, { from = deployments, more = {} } = {}) => {
      const made = podOf(from.get(name), copy, ports, { ...given, ...more });
      const began = performance.now();
      await engine.play(made.pod);
      const played = performance.now();
      await becomesReady(made).catch(async (error) => {
        throw new Error(`${error.message}; its log ends with\n${await engine.logsOf(made.pod)}`);
      });
      return { ...made, ms: Math.round(performance.now() - began), afterPlay: Math.round(performance.now() - played) };
    };
    const running = new Map();
    for (const name of names) {
      running.set(name, await begin(name));
      const { ms, afterPlay } = running.get(name);
      say(`${name} is ready ${ms} ms after it was asked for, ${afterPlay} ms of them after its container stood`);
    }
    front.add(running.get('gateway').own.main);
    await registerResidents(`127.0.0.1:${ports('residents', 0).main}`, 1, residentCount);
    const token = (n) => issuer.token({ role: 'resident', sub: `resident-${n}` });
    const tokens = Array.from({ length: residentCount }, (_, i) => token(i + 1));
    return {
      begin,
      deployments,
      front,
      given,
      manifests,
      mongoUrl,
      names,
      ports,
      prefix,
      running,
      servers: pods,
      stop: end,
      tokens,
      url,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

module.exports = { startCity };
