import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { applicantsOf } from '../load/applicants';
import { forgetDatabases, forgetTopics } from '../machine/forget';
import { printMeasured } from '../machine/print-measured';
import type { BenchServers } from '../machine/servers';
import { Problem } from '../problem';
import { type StartSystem, formerSystem } from '../previous/former-system';
import { startSystem } from '../system/start-system';
import { eventually } from '../wait';
import { countsTable, workOfOne } from './table';
import { workOfEach } from './work-of-each';

const applications = 400;
const inFlight = 64;
// Offsets are committed within this time.
const commitMs = 3_000;
const restMs = 90_000;

type Together = 'system' | 'together';
type Start = (name: Together, servers: BenchServers, prefix: string) => ReturnType<StartSystem>;

/** Lets every service run, applies, and prints what one application made each of them do. Counts are the same on a busy machine. */
async function count(servers: BenchServers, start: Start, name: Together): Promise<string> {
  const prefix = `counts${randomBytes(3).toString('hex')}-`;
  const system = await start(name, servers, prefix);
  try {
    const applicants = await applicantsOf(system, servers);
    const apply = async (many: number) => {
      let left = many;
      const one = async () => {
        while (left-- > 0) await applicants.apply();
      };
      await Promise.all(Array.from({ length: inFlight }, one));
    };
    const counted = () => workOfEach(servers, prefix);
    const atRest = async () => {
      let last = '';
      const isStill = async () => {
        const found = [...(await counted())].map(([service, { produced, delivered }]) => [
          service,
          produced,
          delivered,
        ]);
        const before = last;
        last = JSON.stringify(found.toSorted());
        if (last === before) return true;
        await pause(commitMs);
        return false;
      };
      if (!(await eventually(isStill, restMs))) throw new Problem(`the services do not come to rest: ${last}`);
    };
    await apply(inFlight);
    await atRest();
    const [before, began] = [await counted(), performance.now()];
    await apply(applications);
    await atRest();
    const [after, ms] = [await counted(), performance.now() - began];
    await pause(ms);
    const idle = await counted();
    await applicants.close();
    return countsTable(workOfOne({ before, after, idle, applications }));
  } finally {
    await system.stop();
    await forgetDatabases(servers, prefix);
    await forgetTopics(servers, prefix);
  }
}

printMeasured(async (servers) => {
  const [folder] = process.argv.slice(2).filter((each) => each !== '--together');
  const start: Start = folder ? (_, ...rest) => formerSystem(folder)('system', ...rest) : startSystem;
  const table = await count(servers, start, process.argv.includes('--together') ? 'together' : 'system');
  return `${table}\n\n${applications} applications, ${inFlight} under way\n`;
});
