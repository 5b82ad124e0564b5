import { rmSync } from 'node:fs';
import { identify, isRunning, type ProcessIdentity } from '../process/identity';
import { readJson, runFiles, writeJson, type PlannedProcess, type ProcessRecord } from './plan';
import { ProcessSupervisor } from './supervisor';

/** Started by scripts/start, once per checkout. SIGHUP: apply the plan, and retry now. SIGTERM: stop all. */
const files = runFiles();
const say = (line: string) => console.log(`${new Date().toISOString()} ${line}`);

const readPlan = () => readJson<PlannedProcess[]>(files.plan) ?? [];
const supervisor = new ProcessSupervisor((records) => writeJson(files.processes, records), say);

let begun = Promise.resolve();

process.on('SIGHUP', () => void supervisor.apply(readPlan()));

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

// The file tells others where to send signals, so it is written after the handlers are installed.
const other = readJson<ProcessIdentity>(files.supervisor);
if (other && isRunning(other)) throw new Error(`another supervisor runs already, pid ${other.pid}`);
writeJson(files.supervisor, identify(process.pid));
begun = supervisor.apply(readPlan(), readJson<ProcessRecord[]>(files.processes));

// Without a process to watch there is no timer; this one keeps the supervisor alive for the next plan.
setInterval(() => undefined, 3_600_000);
