import { brokerSecurity, cityTopics } from '@lianban/infra';
import { environment } from '@lianban/settings';
import { readConfig } from '@lianban/runtime';
import { elderlyParent } from './demo/elderly-parent';
import { afterDeath } from './demo/after-death';
import { heading, say } from './demo/say';
import { newborn } from './demo/newborn';
import { smallShop } from './demo/small-shop';
import { openStage } from './demo/stage';
import { readTopics } from './topics';

const topics = Object.keys(cityTopics().topics);

async function showTopics(numbers: ReadonlySet<string>): Promise<void> {
  heading('What is on each topic about these four applications');
  const { brokers, topicPrefix } = readConfig(environment).kafka;
  const records = await readTopics(
    brokers,
    topics.map((topic) => `${topicPrefix}${topic}`),
    brokerSecurity(environment),
  );
  const counts = Map.groupBy(
    records.filter(({ key }) => numbers.has(key)),
    ({ topic }) => topic,
  );
  for (const [topic, found] of [...counts].sort(([a], [b]) => a.localeCompare(b))) {
    say(`   ${topic}: ${found.length} records`);
    for (const [type, same] of Map.groupBy(found, (record) => record.type))
      say(`     ${String(same.length).padStart(3)} ${type}`);
  }
}

async function demo(): Promise<void> {
  const stage = openStage();
  const shop = await smallShop(stage);
  const child = await newborn(stage);
  const death = await afterDeath(stage);
  const parent = await elderlyParent(stage);
  await showTopics(new Set([shop, child, death, parent].map(({ applicationNumber }) => applicationNumber)));
}

demo().catch((error: unknown) => {
  process.stderr.write(`the demonstration stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
