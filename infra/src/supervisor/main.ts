import { rmSync } from 'node:fs';
import { identify, isRunning, type ProcessIdentity } from '../process/identity';
import { readJson, runFiles, writeJson, type PlannedProcess, type ProcessRecord } from './plan';
import { ProcessSupervisor } from './supervisor';

/** Started by scripts/start, once a checkout. SIGHUP: the plan has changed, or try again now. SIGTERM: stop all. */
const files = runFiles();
const say = (line: string) => console.log(`${new Date().toISOString()} ${line}`);

const readPlan = () => readJson<PlannedProcess[]>(files.plan) ?? [];
const supervisor = new ProcessSupervisor((records) => writeJson(files.processes, records), say);

let begun = Promise.resolve();

process.on('SIGHUP', () => void supervisor.follow(readPlan()));

for (const name of ['SIGTERM', 'SIGINT'] as const)
  process.once(name, () => {
    say('stopping');
    void begun
      .then(() => supervisor.end())
      .finally(() => {
        rmSync(files.supervisor, { force: true });
        rmSync(files.processes, { force: true });
        process.exit(0);
      });
  });

// Only now may a signal come: the file tells others whom to send it to.
const other = readJson<ProcessIdentity>(files.supervisor);
if (other && isRunning(other)) throw new Error(`another supervisor runs already, pid ${other.pid}`);
writeJson(files.supervisor, identify(process.pid));
begun = supervisor.follow(readPlan(), readJson<ProcessRecord[]>(files.processes));

// Without a process to look after there is no timer, but it is still to wait for the next plan.
setInterval(() => undefined, 3_600_000);
