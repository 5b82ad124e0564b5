import { brokerSecurity, cityTopics } from '@lianban/infra';
import { environment } from '@lianban/settings';
import { readConfig } from '@lianban/runtime';
import { heading, say } from './demo/say';
import { scenes } from './demo/scenes';
import { openStage } from './demo/stage';
import { readTopics } from './topics';

const topics = Object.keys(cityTopics().topics);

async function showTopics(numbers: ReadonlySet<string>): Promise<void> {
  heading('What is on each topic about these applications');
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
  const numbers = new Set<string>();
  for (const scene of scenes) numbers.add((await scene(stage)).applicationNumber);
  await showTopics(numbers);
}

demo().catch((error: unknown) => {
  process.stderr.write(`the demonstration stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
