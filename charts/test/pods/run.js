// scripts/pod-test says what is proved and what is needed.
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { parse } = require('yaml');
const { startCity } = require('./city');
const engine = require('./engine');
const proofs = require('./proofs');

const chart = parse(readFileSync(join(resolve(__dirname, '../../..'), 'charts/resident-services/Chart.yaml'), 'utf8'));
const image = {
  repository: process.env.IMAGE_REPOSITORY || 'lianban',
  tag: process.env.IMAGE_TAG || chart.appVersion,
};
const next = process.env.IMAGE_TAG_NEXT || `${image.tag}-next`;
const servers = {
  kafka: process.env.KAFKA_IMAGE || 'apache/kafka:4.1.0',
  mongo: process.env.MONGO_IMAGE || 'mongo:6.0',
};
const base = Number(process.env.LIANBAN_POD_PORT || 18400);
const outageSeconds = Number(process.env.POD_OUTAGE_SECONDS || 165);
const say = (text) => console.log(`pods: ${text}`);

const all = {
  bound: proofs.bound,
  waiting: proofs.goesWhileWaiting,
  canary: proofs.canary,
  sigterm: proofs.sigterm,
  rolling: (city) => proofs.rolling(city, next),
  outages: (city) => proofs.outages(city, outageSeconds),
};
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(all);

async function main() {
  const unknown = wanted.filter((name) => !(name in all));
  if (unknown.length > 0)
    throw new Error(`there is no ${unknown.join(', ')}: there are ${Object.keys(all).join(', ')}`);
  // Without another build at hand, the new version is the old one under a new name.
  if (!process.env.IMAGE_TAG_NEXT)
    await engine.podman('tag', `${image.repository}/gateway:${image.tag}`, `${image.repository}/gateway:${next}`);
  const city = await startCity({ base, image, servers, say });
  try {
    for (const name of wanted) say(`ok: ${name}: ${await all[name](city)}`);
  } finally {
    await city.stop();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => void engine.removeAll().finally(() => process.exit(1)));
main().catch((error) => {
  console.error(`pods: FAILED: ${error.stack}`);
  process.exitCode = 1;
});
