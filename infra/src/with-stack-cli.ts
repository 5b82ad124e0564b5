import { spawn } from 'node:child_process';
import { localServices, stackEnvironment } from './local/service-processes';
import { operatorOf } from './local/secure-local';
import { runningSupervisor, stackFile, type StackState } from './local/run-state';
import { Problem, runCommand } from './problem';
import { originOf, peersOf } from './services/service-ports';
import { readJson } from './supervisor/plan';

/** Runs a program with the addresses of the stack that runs here: `with-stack-cli.js PROGRAM.js [ARGUMENT …]`. */
async function withStack([program, ...args]: readonly string[]): Promise<void> {
  const state = readJson<StackState>(stackFile);
  if (!program || !state || !runningSupervisor()) throw new Problem('nothing runs here yet: scripts/start first');
  const services = localServices(process.env);
  const env = {
    ...process.env,
    ...stackEnvironment(state, process.env),
    ...operatorOf(state),
    SERVICE_ADDRESSES: peersOf(services),
    GATEWAY_URL: originOf(services),
  };
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], { env, stdio: 'inherit' });
  process.exitCode = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

runCommand(() => withStack(process.argv.slice(2)));
