import { percentile } from '../stats/percentile';
import { seededRandom } from '@lianban/infra';
import { city, line, measured, province, rules } from './assumptions';
import { capacityOf, simulateLine } from './line-queue';
import { type Demand, planFor } from './plan';

const say = (text: string) => process.stdout.write(`${text}\n`);
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(0)} GB`;

function tellPlan(name: string, demand: Demand): void {
  const plan = planFor(demand, measured, rules);
  const cores = Object.entries(plan.cores).map(([of, count]) => `${of} ${count.toFixed(1)}`);
  say(`${name}, ${(demand.people / 1e6).toFixed(0)} million people`);
  say(`  applications a year         ${(plan.perYear / 1e6).toFixed(0)} million`);
  say(`  applications/s at the peak  ${plan.perSecondAtPeak.toFixed(0)}`);
  say(`  cores at the peak           ${cores.join(' · ')}`);
  say(`  partitions of applications  ${plan.partitions} at least`);
  say(
    `  Kafka, ${rules.kafkaDays} days              ${gigabytes(plan.kafkaBytes)}, ${rules.replication} copies in all`,
  );
  say(
    `  oplog, ${rules.oplogHours} h of peak         ${gigabytes(plan.oplogBytes)}, ${rules.replication} copies in all`,
  );
  say(
    `  MongoDB, ${rules.keptYears} years           ${gigabytes(plan.storedBytes)}, ${rules.replication} copies in all`,
  );
  say(`  shards                      ${plan.shards}`);
}

function tellLine(): void {
  const one = { ...line, mostInABatch: 1 };
  say(`One line of a service (a batch ${line.batchMs} ms, a command ${line.commandMs} ms), simulated:`);
  say('  commands/s   in a batch    p50 ms    p99 ms    p99 ms one by one');
  for (const rate of [10, 50, 100, 150, 200, 500, 1_000, 2_000, 3_000]) {
    const { samples, batches } = simulateLine(line, rate, 50_000, seededRandom(20260302));
    const alone = simulateLine(one, rate, 50_000, seededRandom(20260302)).samples;
    const cells = [
      String(rate),
      (samples.length / batches).toFixed(1),
      percentile(samples, 0.5)!.toFixed(1),
      percentile(samples, 0.99)!.toFixed(1),
      rate < capacityOf(one) ? percentile(alone, 0.99)!.toFixed(1) : 'grows for ever',
    ];
    say(cells.map((cell, i) => cell.padStart([12, 13, 10, 10, 21][i]!)).join(''));
  }
}

tellPlan('A city', city);
say('');
tellPlan('A province', province);
say('');
tellLine();
