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

test('a process that ends is started again, and how it ended is kept', async () => {
  await supervisor.follow([sleeper('a')]);
  const first = runningNow('a');
  process.kill(first.pid, 'SIGKILL');
  const second = await pollUntil(() => (recordOf('a')?.restarts === 1 ? recordOf('a')?.identity : undefined), {
    withinMs: 10_000,
  });
  expect(second?.pid).not.toBe(first.pid);
  expect(second && isRunning(second)).toBe(true);
  expect(lines.some((line) => /^a (ended by SIGKILL|is gone): starting it again in 0.5 s$/.test(line))).toBe(true);
});

test('the same plan again changes nothing; one with new code replaces the process', async () => {
  await supervisor.follow([sleeper('a'), sleeper('b')]);
  const [a, b] = [runningNow('a'), runningNow('b')];
  await supervisor.follow([sleeper('a'), sleeper('b')]);
  expect([runningNow('a'), runningNow('b')]).toEqual([a, b]);

  await supervisor.follow([sleeper('a'), sleeper('b', { stamp: 'newer' })]);
  expect(runningNow('a')).toEqual(a);
  expect(runningNow('b').pid).not.toBe(b.pid);
  expect(isRunning(b)).toBe(false);
});

test('what is no longer planned is stopped', async () => {
  await supervisor.follow([sleeper('a'), sleeper('b')]);
  const b = runningNow('b');
  await supervisor.follow([sleeper('a')]);
  expect(isRunning(b)).toBe(false);
  expect(records.map(({ name }) => name)).toEqual(['a']);
});

test('what a killed supervisor left is taken over when it is planned alike, and stopped when it is not', async () => {
  await supervisor.follow([sleeper('a'), sleeper('b')]);
  const [left, a, b] = [records, runningNow('a'), runningNow('b')];

  const successor = newSupervisor();
  await successor.follow([sleeper('a')], left);
  expect(runningNow('a')).toEqual(a);
  expect(isRunning(b)).toBe(false);
  expect(lines).toContain(`a still runs, pid ${a.pid}`);
  await successor.end();
  expect(isRunning(a)).toBe(false);
});

test('a left record whose pid went to another process harms nobody', async () => {
  await supervisor.follow([sleeper('stranger')]);
  const stranger = runningNow('stranger');
  const stale = records.map((record) => ({ ...record, identity: { pid: stranger.pid, startedAt: 'long ago' } }));

  const successor = newSupervisor();
  await successor.follow([], stale);
  expect(isRunning(stranger)).toBe(true);
  await successor.end();
  await stopProcess(stranger, 1_000);
});

test('services are stopped before the stack', async () => {
  const note = (name: string) =>
    `trap 'echo ${name} >> ${folder}/order; exit' TERM; echo up; while :; do sleep 0.05; done`;
  await supervisor.follow([planned('kafka', note('kafka'), { tier: 'stack' }), planned('permits', note('permits'))]);
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

test('a program that cannot be started is tried again, with its reason', async () => {
  await supervisor.follow([sleeper('a', { command: 'no-such-program-here' })]);
  expect(recordOf('a')).toMatchObject({
    restarts: 1,
    lastExit: expect.stringContaining('a cannot be started') as string,
  });
});
