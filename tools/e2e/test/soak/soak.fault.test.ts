import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '@lianban/infra';
import { faults } from '../fault/catalogue';
import { type FaultSubject, openSubject, residents } from '../fault/subject';
import { verdict } from '../fault/verdict';
import { capacityOf } from '../harness/capacity';
import { crowdOf } from '../harness/crowd';
import { allEnded } from '../harness/document-audit';
import { fourDepartments } from '../harness/four-departments';
import { openLoop } from '../harness/open-loop';
import { growth } from './flat';
import { watch } from './look';
import { planFrom, faultSequence } from './plan';

const plan = planFrom(process.env);
const say = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const random = seededRandom(plan.seed);

let subject: FaultSubject;
beforeAll(async () => {
  subject = await openSubject('soak', 'one');
});
afterAll(() => subject?.stop());

const submit = (n: number) => subject.ledger.submit(subject.city.assisted(1 + (n % residents)), fourDepartments);

/** Injects one fault after the other, with a pause between, until the time is over. */
async function strikeUntil(end: number): Promise<number> {
  const order = faultSequence(faults, random);
  let count = 0;
  for (; Date.now() < end; count++) {
    const fault = order.next().value;
    say(`${fault.id} ${fault.name}`);
    await fault.inject(subject);
    await pause(5_000 + 15_000 * random());
  }
  return count;
}

test(
  `${plan.minutes} minutes of faults by seed ${plan.seed} under half the load there can be`,
  async () => {
    const { city, ledger } = subject;
    const rate = plan.rate ?? Math.max(1, Math.floor((await capacityOf(city, crowdOf(city, residents, ledger))) / 2));
    say(`${rate} applications a second`);
    const third = (plan.minutes * 60_000) / 3;
    const load = openLoop(rate, submit);
    const strikesMade = await strikeUntil(Date.now() + 2 * third).catch(async (error: unknown) => {
      await load.stop();
      throw error;
    });
    say(`${strikesMade} faults are over; nothing faultSequence any more`);
    const looking = watch(city);
    await pause(third);
    const seen = looking.end();
    await load.stop();
    await allEnded(city, 300_000);
    say(`${ledger.accepted.size} accepted, ${ledger.unknown.size} never answered, all ended; comparing`);
    const grown = [...seen].flatMap(([name, samples]) => growth(name, samples));
    expect([...grown, ...(await verdict(city, ledger))]).toEqual([]);
    for (const [name, samples] of seen) {
      const last = samples.at(-1)!;
      say(`${name}: ${last.residentMb.toFixed(0)} MB, ${last.handles} handles`);
    }
  },
  plan.minutes * 60_000 + 1_800_000,
);
