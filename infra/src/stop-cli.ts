import { rmSync } from 'node:fs';
import { folders } from './folders';
import { stackFile, volumesFile, type StackState } from './local/run-state';
import { alone } from './local/start-lock';
import { stopProcesses } from './local/supervisor-control';
import { Problem, runCommand } from './problem';
import { composeDown } from './stack/compose';
import { readJson, runFiles } from './supervisor/plan';

/** Stops exactly what scripts/start of this checkout started; `--data` also deletes the data of the two servers. */
async function stop(withData: boolean): Promise<void> {
  const stopped = await stopProcesses();
  console.log(stopped.length > 0 ? `stopped ${stopped.join(', ')}` : 'no process was running');
  const state = readJson<StackState>(stackFile);
  const engineAt = state?.engineAt ?? (withData ? readJson<StackState>(volumesFile)?.engineAt : undefined);
  if (engineAt !== undefined) {
    await composeDown(engineAt, { data: withData });
    console.log(withData ? 'removed the containers and their data' : 'removed the containers; their data is kept');
  }
  const { plan, processes, supervisor } = runFiles();
  for (const file of [stackFile, plan, processes, supervisor]) rmSync(file, { force: true });
  if (withData) {
    rmSync(folders.data, { recursive: true, force: true });
    console.log('deleted .local/data');
  }
}

runCommand(async () => {
  const [option, ...more] = process.argv.slice(2);
  if (more.length > 0 || (option !== undefined && option !== '--data'))
    throw new Problem('usage: scripts/stop [--data]   --data also deletes what Kafka and MongoDB stored');
  await alone(() => stop(option === '--data'));
});
