import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Examined, unfit } from './examined';
import type { Job } from './job';

/** Whoever waits longer behind others is told to come again. */
const MOST_WAITING = 16;
const WITHIN_MS = 20_000;
const IDLE_MS = 60_000;

export interface Examiner {
  /** What is kept of a file as it was sent. */
  examine(bytes: Uint8Array): Promise<Examined>;
  /** A small JPEG of a picture that is kept. */
  preview(bytes: Uint8Array): Promise<Examined>;
}

/**
 * Examines files in a process of its own, one after another. A file that kills its decoder, or keeps it busy for 20 seconds, is refused
 * as broken; the next one gets a new process. The process ends after a minute without work.
 */
export function openExaminer({ withinMs = WITHIN_MS, worker = builtWorker } = {}): Examiner {
  let child: Promise<ChildProcess> | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let idle: NodeJS.Timeout | undefined;

  const leave = async (): Promise<void> => {
    const leaving = await child?.catch(() => undefined);
    child = undefined;
    leaving?.kill('SIGKILL');
  };

  const next = async (job: Job): Promise<Examined> => {
    clearTimeout(idle);
    const running = await (child ??= started(worker));
    const answer = await answerOf(running, job, withinMs);
    if (answer === undefined) await leave();
    idle = setTimeout(() => void leave(), IDLE_MS).unref();
    return answer ?? unfit.broken;
  };

  const queued = async (job: Job): Promise<Examined> => {
    if (waiting >= MOST_WAITING) return unfit.busy;
    waiting += 1;
    const mine = before.then(() => next(job)).finally(() => (waiting -= 1));
    // The next one starts whatever becomes of this.
    before = mine.catch(leave);
    return mine;
  };
  return {
    examine: (bytes) => queued({ wanted: 'paper', bytes }),
    preview: (bytes) => queued({ wanted: 'preview', bytes }),
  };
}

/** Beside the compiled code, also where the sources themselves run. */
const builtWorker = path.join(__dirname, '..', 'dist', 'worker.js');

/** @throws when it cannot start: a decoder is missing on this machine */
async function started(worker: string): Promise<ChildProcess> {
  const child = fork(worker, { env: {}, execArgv: ['--max-old-space-size=128'], serialization: 'advanced' });
  const ended = new AbortController();
  child.once('exit', (code) => ended.abort(new Error(`The process that reads files ended with ${code}`)));
  try {
    await once(child, 'message', { signal: ended.signal });
  } catch (error) {
    throw ended.signal.reason ?? error;
  }
  // It ends with whoever started it.
  child.unref();
  child.channel?.unref();
  return child;
}

/** Undefined when the process dies of it, or takes too long. */
function answerOf(child: ChildProcess, job: Job, withinMs: number): Promise<Examined | undefined> {
  const { promise, resolve } = Promise.withResolvers<Examined | undefined>();
  const late = setTimeout(resolve, withinMs, undefined);
  const answered = (message: unknown) => resolve(message as Examined);
  const died = () => resolve(undefined);
  child.on('message', answered).on('exit', died);
  child.send(job, (error) => error && died());
  return promise.finally(() => {
    clearTimeout(late);
    child.off('message', answered).off('exit', died);
  });
}
