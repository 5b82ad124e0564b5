import type { RequestListener } from 'node:http';
import type { Log } from '@lianban/telemetry';
import type { Config } from './config';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ProgramContext {
  readonly config: Config;
  readonly log: Log;
  /** Aborts when the process is told to stop. */
  readonly stopping: AbortSignal;
  /** Logs the error and exits, so that the process is started again. */
  readonly onFatal: (error: unknown) => void;
  /** Answers scrapes; undefined when Prometheus is not configured. */
  readonly metrics: RequestListener | undefined;
}

/** A program that runs. */
export interface Started {
  /** Can serve requests now. */
  isReady(): boolean;
  /** Makes progress. */
  isLive(): boolean;
  /** Finishes what is in progress, within the grace period. */
  stop(): Promise<void>;
}

/** What a main.ts exports: a program that is a process of its own, or one of several in a process. */
export interface Program {
  readonly name: string;
  /** Whether people and programs outside come in by it: it stops before those it asks. */
  readonly isEdge: boolean;
  /** Reads its own settings, and says how it starts with them. @throws ConfigError naming each wrong setting */
  configure(env: Environment): (context: ProgramContext) => Promise<Started>;
}
