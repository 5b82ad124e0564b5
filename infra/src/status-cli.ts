import { relative } from 'node:path';
import { checkout } from './folders';
import { processRecords, runningProcesses, runningSupervisor, stackFile, type StackState } from './local/run-state';
import { localServices } from './local/service-processes';
import { runCommand } from './problem';
import { notReady } from './services/readiness';
import { describeChoice } from './stack/choose';
import { readJson } from './supervisor/plan';

/** Shows what runs. Exit code 0 when all of it runs and is ready, 1 otherwise. */
runCommand(async () => {
  const state = readJson<StackState>(stackFile);
  const supervisor = runningSupervisor();
  if (!state || !supervisor) {
    const left = [...runningProcesses().keys()];
    console.log(left.length > 0 ? `the supervisor is gone; still running: ${left.join(', ')}` : 'not running');
    console.log('start it with scripts/start');
    process.exitCode = 1;
    return;
  }
  console.log(describeChoice(state));
  console.log(`  ${state.kafkaBrokers}  ${state.mongoUrl}`);
  const running = runningProcesses();
  const waiting = new Set(await notReady(localServices(process.env).filter(({ name }) => running.has(name))));
  for (const { name, restarts, lastExit, logFile } of processRecords()) {
    const pid = running.get(name)?.pid;
    const condition = pid === undefined ? 'DOWN' : waiting.has(name) ? 'not ready' : 'up';
    if (condition !== 'up') process.exitCode = 1;
    const history = restarts > 0 ? `restarted ${restarts} times, last time it ${lastExit ?? 'was gone'}` : '';
    const columns = [
      name.padEnd(18),
      String(pid ?? '-').padStart(7),
      condition.padEnd(9),
      relative(checkout, logFile).padEnd(30),
      history,
    ];
    console.log(`  ${columns.join('  ').trimEnd()}`);
  }
  console.log(`  ${'supervisor'.padEnd(18)}  ${String(supervisor.pid).padStart(7)}  up`);
});
