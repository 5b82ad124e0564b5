import { relative } from 'node:path';
import { checkout } from './folders';
import { processRecords, runningProcesses, runningSupervisor, stackFile, type StackState } from './local/run-state';
import { inMegabytes, memoryOf } from './local/memory';
import { localServices } from './local/service-processes';
import { runCommand } from './problem';
import { HOST } from './services/hosting';
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
  const processOf = (service: string) => (running.has(HOST) ? HOST : service);
  const waiting = await notReady(localServices(process.env).filter(({ name }) => running.has(processOf(name))));
  const notReadyIn = (process: string) => waiting.filter((service) => processOf(service) === process);
  for (const { name, restarts, lastExit, logFile } of processRecords()) {
    const pid = running.get(name)?.pid;
    const condition = pid === undefined ? 'DOWN' : notReadyIn(name).length > 0 ? 'not ready' : 'up';
    if (condition !== 'up') process.exitCode = 1;
    const history = restarts > 0 ? [`restarted ${restarts} times, last time it ${lastExit ?? 'was gone'}`] : [];
    const inside = name === HOST ? notReadyIn(name).map((service) => `${service} is not ready`) : [];
    const columns = [
      name.padEnd(18),
      String(pid ?? '-').padStart(7),
      condition.padEnd(9),
      inMegabytes(memoryOf(running.has(name) ? [running.get(name)!] : [])).padStart(7),
      relative(checkout, logFile).padEnd(30),
      [...inside, ...history].join('; '),
    ];
    console.log(`  ${columns.join('  ').trimEnd()}`);
  }
  const all = [...running.values(), supervisor];
  console.log(
    `  ${'supervisor'.padEnd(18)}  ${String(supervisor.pid).padStart(7)}  up         ${inMegabytes(memoryOf([supervisor])).padStart(7)}`,
  );
  console.log(`  ${inMegabytes(memoryOf(all))} in ${all.length} processes`);
});
