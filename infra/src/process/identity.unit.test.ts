import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { identify, isRunning, startFromStat } from './identity';
import { signal, stopProcess } from './stop-process';

const fields = (state: string, threads = 1) => `${state} 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 ${threads} 18 98765 20`;

describe('the identity of a process', () => {
  test('the start is read after a name with spaces and brackets', () => {
    expect(startFromStat(`4711 (a (very) odd) name) ${fields('S')}`)).toBe('98765');
  });

  test('a zombie is not a running process', () => {
    expect(startFromStat(`4711 (node) ${fields('Z')}`)).toBeUndefined();
  });

  test('a killed process with threads left still runs', () => {
    expect(startFromStat(`4711 (mongod) ${fields('Z', 2)}`)).toBe('98765');
  });

  test('this process runs; one with its pid and another start does not', () => {
    const self = identify(process.pid);
    expect(self?.pid).toBe(process.pid);
    expect(self && isRunning(self)).toBe(true);
    expect(isRunning({ pid: process.pid, startedAt: 'another' })).toBe(false);
  });
});

describe('stopping', () => {
  async function start(script: string) {
    const child = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    const target = identify(child.pid ?? 0);
    if (!target) throw new Error('it is over already');
    return { child, target, ended: once(child, 'exit') };
  }

  test('a recycled pid is never signalled', async () => {
    const { child, target, ended } = await start('echo up; exec sleep 60');
    const recycled = { pid: target.pid, startedAt: 'before' };
    expect(signal(recycled, 'SIGKILL')).toBe(false);
    await stopProcess(recycled, 0);
    expect(isRunning(target)).toBe(true);
    child.kill('SIGKILL');
    await ended;
  });

  test('SIGTERM stops a process that handles it', async () => {
    const { target, ended } = await start('echo up; exec sleep 60');
    expect(await stopProcess(target, 10_000)).toBe('stopped');
    expect((await ended)[1]).toBe('SIGTERM');
  });

  test('a process that ignores SIGTERM is killed after its grace period', async () => {
    const { target, ended } = await start("trap '' TERM; echo up; while :; do sleep 0.05; done");
    expect(await stopProcess(target, 100)).toBe('killed');
    expect((await ended)[1]).toBe('SIGKILL');
  });
});
