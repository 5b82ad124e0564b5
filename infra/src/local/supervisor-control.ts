import { join } from 'node:path';
import { checkout, folders } from '../folders';
import { pollUntil } from '../poll';
import { Problem } from '../problem';
import { lastLines, launch } from '../process/launch';
import { signal, stopProcess } from '../process/stop-process';
import { planKey, readJson, runFiles, writeJson, type PlannedProcess } from '../supervisor/plan';
import { processRecords, runningProcesses, runningSupervisor } from './run-state';

const files = runFiles();
const supervisorLog = join(folders.log, 'supervisor.log');

/** The services of the last plan that still run: they stay in the plan while only the stack is started. */
export function servicesThatRun(): PlannedProcess[] {
  const running = runningProcesses();
  return (readJson<PlannedProcess[]>(files.plan) ?? []).filter(
    ({ name, tier }) => tier === 'service' && running.has(name),
  );
}

/**
 * Hands the plan to the supervisor, starts one when none runs, and waits until the plan is applied. This includes a process
 * that keeps ending: the caller must check whether it works.
 * @throws Problem with the end of the supervisor's log when it does not apply the plan.
 */
export async function carryOut(plan: readonly PlannedProcess[]): Promise<void> {
  writeJson(files.plan, plan);
  const supervisor = runningSupervisor();
  if (supervisor) signal(supervisor, 'SIGHUP');
  else {
    const main = join(checkout, 'infra', 'dist', 'supervisor', 'main.js');
    const spec = { name: 'supervisor', command: process.execPath, args: [main], cwd: checkout, logFile: supervisorLog };
    const { child } = await launch(spec);
    child.unref();
  }
  const keys = new Map(plan.map((process) => [process.name, planKey(process)]));
  const done = await pollUntil(
    () => {
      const running = runningProcesses();
      const records = processRecords();
      const actedUpon = [...keys].every(([name, key]) => {
        const record = records.find((one) => one.name === name);
        return record?.planKey === key && (running.has(name) || record.restarts > 0);
      });
      return runningSupervisor() && actedUpon ? true : undefined;
    },
    { withinMs: 60_000, everyMs: 50 },
  );
  if (!done)
    throw new Problem(`the supervisor did not apply the plan; the end of its log:\n${lastLines(supervisorLog)}`);
}

/** Whether a process may still become ready; false once it has ended three times. */
export function stillComing(name: string): boolean {
  return (processRecords().find((record) => record.name === name)?.restarts ?? 0) < 3;
}

/**
 * Stops all processes of this checkout, services before the stack, whether their supervisor still runs or was killed.
 * @returns the names of those that ran.
 */
export async function stopProcesses(): Promise<string[]> {
  const names = [...runningProcesses().keys()];
  const supervisor = runningSupervisor();
  if (supervisor) await stopProcess(supervisor, 90_000);
  // Processes that a killed supervisor has left.
  for (const tier of ['service', 'stack'] as const) {
    const running = runningProcesses();
    const records = processRecords().filter((record) => record.tier === tier && running.has(record.name));
    await Promise.all(records.map(({ identity, graceMs }) => identity && stopProcess(identity, graceMs)));
  }
  return names;
}
