import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pollUntil } from '../poll';
import { isRunning } from '../process/identity';
import { stopProcess } from '../process/stop-process';
import type { PlannedProcess, ProcessRecord } from './plan';
import { ProcessSupervisor } from './supervisor';

let folder: string;
let records: ProcessRecord[];
let lines: string[];
let supervisor: ProcessSupervisor;

const newSupervisor = () =>
  new ProcessSupervisor(
    (now) => {
      records = now;
    },
    (line) => lines.push(line),
  );

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianban-supervisor-'));
  [records, lines, supervisor] = [[], [], newSupervisor()];
});

afterEach(async () => {
  await supervisor.end();
  await rm(folder, { recursive: true, force: true });
});

function planned(name: string, script: string, more: Partial<PlannedProcess> = {}): PlannedProcess {
  const logFile = join(folder, `${name}.log`);
  const spec = { name, command: 'sh', args: ['-c', script], cwd: folder, logFile };
  return { ...spec, tier: 'service', stamp: '', graceMs: 5_000, ...more };
}

const sleeper = (name: string, more: Partial<PlannedProcess> = {}) => planned(name, 'exec sleep 60', more);
const recordOf = (name: string) => records.find((record) => record.name === name);

function runningNow(name: string) {
  const identity = recordOf(name)?.identity;
  if (!identity || !isRunning(identity)) throw new Error(`${name} does not run`);
  return identity;
}

test('a process that ends is restarted, and its end is recorded', async () => {
  await supervisor.apply([sleeper('a')]);
  const first = runningNow('a');
  process.kill(first.pid, 'SIGKILL');
  const second = await pollUntil(() => (recordOf('a')?.restarts === 1 ? recordOf('a')?.identity : undefined), {
    withinMs: 10_000,
  });
  expect(second?.pid).not.toBe(first.pid);
  expect(second && isRunning(second)).toBe(true);
  expect(lines.some((line) => /^a (ended by SIGKILL|is gone): restarting in 0.5 s$/.test(line))).toBe(true);
});

test('the same plan changes nothing; a plan with new code replaces the process', async () => {
  await supervisor.apply([sleeper('a'), sleeper('b')]);
  const [a, b] = [runningNow('a'), runningNow('b')];
  await supervisor.apply([sleeper('a'), sleeper('b')]);
  expect([runningNow('a'), runningNow('b')]).toEqual([a, b]);

  await supervisor.apply([sleeper('a'), sleeper('b', { stamp: 'newer' })]);
  expect(runningNow('a')).toEqual(a);
  expect(runningNow('b').pid).not.toBe(b.pid);
  expect(isRunning(b)).toBe(false);
});

test('a process that is no longer planned is stopped', async () => {
  await supervisor.apply([sleeper('a'), sleeper('b')]);
  const b = runningNow('b');
  await supervisor.apply([sleeper('a')]);
  expect(isRunning(b)).toBe(false);
  expect(records.map(({ name }) => name)).toEqual(['a']);
});

test('a process of a killed supervisor is adopted when its plan is the same, and stopped when it is not', async () => {
  await supervisor.apply([sleeper('a'), sleeper('b')]);
  const [left, a, b] = [records, runningNow('a'), runningNow('b')];

  const successor = newSupervisor();
  await successor.apply([sleeper('a')], left);
  expect(runningNow('a')).toEqual(a);
  expect(isRunning(b)).toBe(false);
  expect(lines).toContain(`a still runs, pid ${a.pid}`);
  await successor.end();
  expect(isRunning(a)).toBe(false);
});

test('a record with a recycled pid stops no process', async () => {
  await supervisor.apply([sleeper('stranger')]);
  const stranger = runningNow('stranger');
  const stale = records.map((record) => ({ ...record, identity: { pid: stranger.pid, startedAt: 'long ago' } }));

  const successor = newSupervisor();
  await successor.apply([], stale);
  expect(isRunning(stranger)).toBe(true);
  await successor.end();
  await stopProcess(stranger, 1_000);
});

test('services are stopped before the stack', async () => {
  const note = (name: string) =>
    `trap 'echo ${name} >> ${folder}/order; exit' TERM; echo up; while :; do sleep 0.05; done`;
  await supervisor.apply([planned('kafka', note('kafka'), { tier: 'stack' }), planned('permits', note('permits'))]);
  await pollUntil(
    async () => {
      const logs = await Promise.all(['kafka', 'permits'].map((name) => readFile(join(folder, `${name}.log`), 'utf8')));
      return logs.every((log) => log.includes('up')) ? true : undefined;
    },
    { withinMs: 10_000 },
  );
  await supervisor.end();
  expect(await readFile(join(folder, 'order'), 'utf8')).toBe('permits\nkafka\n');
  expect(records).toEqual([]);
});

test('a program that cannot be started is retried, and the reason is recorded', async () => {
  await supervisor.apply([sleeper('a', { command: 'no-such-program-here' })]);
  expect(recordOf('a')).toMatchObject({
    restarts: 1,
    lastExit: expect.stringContaining('a cannot be started') as string,
  });
});
