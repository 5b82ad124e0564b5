import { type Log, createLog, serviceNow, startTelemetry } from '@lianban/telemetry';
import type { Config } from './config';
import { fatalTo } from './fatal';
import type { Environment, Program, Started } from './program';
import { type ReadProgram, readProgram } from './read-program';
import { tuneGc } from './tune-gc';
import { warnOfSettings } from './warn-of-settings';

type Telemetry = Awaited<ReturnType<typeof startTelemetry>>;

/** One of the programs of this process. */
export interface Hosted extends ReadProgram {
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly onFatal: (error: unknown) => void;
  /** Undefined while it still starts, for example waits for a database. */
  started: Started | undefined;
}

/**
 * Runs programs as one process: settings, log and telemetry of each, start, signals. Wrong settings of one end the process with
 * all their names on stderr; a fatal error of one ends it for all; a second signal, or a stop that takes longer than the grace
 * period, ends it at once.
 * @param beforeStart called with all of them, and signals handled, before the first starts
 */
export async function runPrograms(
  programs: readonly Program[],
  envOf: (name: string) => Environment,
  beforeStart: (all: readonly Hosted[]) => Promise<void> = async () => undefined,
): Promise<void> {
  const all: Hosted[] = [];
  for (const program of programs) all.push(await orExit(program.name, () => opened(program, envOf(program.name))));
  process.on('uncaughtException', (error) => (all.find(({ name }) => name === serviceNow()) ?? all[0]!).onFatal(error));
  const stopping = new AbortController();
  // Before the start: the first process of a container ignores signals that it has no handler for.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(all, stopping, signal));
  await beforeStart(all);
  await Promise.all(all.map((each) => orExit(each.name, () => start(each, all, stopping.signal))));
  tuneGc();
}

async function opened(program: Program, env: Environment): Promise<Hosted> {
  const read = readProgram(program, env);
  const log = createLog(read.name, read.config.log.level);
  warnOfSettings(read.config, log);
  const telemetry = await startTelemetry(read.name, read.config.telemetry);
  return { ...read, log, telemetry, onFatal: fatalTo(log), started: undefined };
}

async function start(hosted: Hosted, all: readonly Hosted[], stopping: AbortSignal): Promise<void> {
  const { telemetry, log, onFatal } = hosted;
  const config = withItsShare(hosted, all);
  const context = { config, log, onFatal, stopping, metrics: telemetry.metrics };
  hosted.started = await telemetry.within(() => hosted.start(context));
}

/** First those that people come in by, then, when what was asked through them is answered, the others. */
async function stop(all: readonly Hosted[], stopping: AbortController, signal: string): Promise<void> {
  const started = all.filter((each) => each.started);
  // There is nothing to finish.
  if (started.length === 0) process.exit(0);
  if (stopping.signal.aborted) process.exit(1);
  for (const { log } of started) log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), Math.max(...all.map(({ config }) => config.stop.graceMs))).unref();
  stopping.abort();
  for (const tier of [started.filter(({ isEdge }) => isEdge), started.filter(({ isEdge }) => !isEdge)])
    await Promise.all(tier.map(({ telemetry, started: its }) => telemetry.within(() => its!.stop())));
  await Promise.all(all.map(({ telemetry }) => telemetry.flush()));
  process.exit(0);
}

/** Where the edge stops first, both have to fit into the grace period of the process. */
function withItsShare({ config, isEdge }: Hosted, all: readonly Hosted[]): Config {
  if (all.every((each) => each.isEdge === isEdge)) return config;
  return { ...config, stop: { graceMs: config.stop.graceMs * (isEdge ? 0.3 : 0.7) } };
}

/** Ends the process with the reason on stderr when `work` fails. */
export async function orExit<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    process.stderr.write(`${name} did not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
