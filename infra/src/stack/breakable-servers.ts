import { rm } from 'node:fs/promises';
import { messageOf, Problem } from '../problem';
import { isRunning, type ProcessIdentity } from '../process/identity';
import { lastLines, launch, type ProcessSpec } from '../process/launch';
import { killProcess, signal, stopProcess } from '../process/stop-process';
import { watchdog } from '../process/watchdog';
import { portAnswers } from './port-answers';

/** A server of a throw-away stack that can be killed and restarted with its data. */
export interface BreakableServer {
  readonly port: number;
  /** The id of its process, while it runs. */
  pid(): number | undefined;
  /** Sends SIGKILL; resolves when it has ended. */
  kill(): Promise<void>;
  /** Sends SIGTERM and waits for an orderly stop; resolves when it has ended. */
  quit(): Promise<void>;
  /** Starts it unless it runs; resolves when it is ready. */
  start(): Promise<void>;
  /** Sends a signal to its running process: SIGSTOP makes it hang with its connections open. */
  signal(name: NodeJS.Signals): void;
  isRunning(): boolean;
}

type WaitUntilReady = (stillComing: () => boolean) => Promise<void>;

/** Server processes that end with this process; their folder is then removed. */
export class ServerProcesses {
  private readonly running = new Map<ProcessSpec, ProcessIdentity>();
  private letGo = () => {};

  constructor(private readonly folder: string) {}

  /** @param ready resolves when the server at `port` is ready; called once it listens */
  add(spec: ProcessSpec, port: number, ready: WaitUntilReady): BreakableServer {
    const lives = () => {
      const identity = this.running.get(spec);
      return identity !== undefined && isRunning(identity);
    };
    return {
      port,
      pid: () => this.running.get(spec)?.pid,
      isRunning: lives,
      kill: () => this.end(spec, killProcess),
      quit: () => this.end(spec, (identity) => stopProcess(identity, 30_000)),
      start: async () => {
        if (!lives()) await this.begin(spec);
        try {
          if (!(await portAnswers(port, lives, 60_000))) throw new Problem(`${spec.name} does not listen on ${port}`);
          await ready(lives);
        } catch (error) {
          throw new Problem(`${messageOf(error)}\nthe end of ${spec.logFile}:\n${lastLines(spec.logFile)}`);
        }
      },
      signal: (name) => {
        const identity = this.running.get(spec);
        if (identity) signal(identity, name);
      },
    };
  }

  /** Kills the running servers and removes the contents of the folder. */
  async stop(): Promise<void> {
    await Promise.all([...this.running.keys()].map((spec) => this.end(spec, killProcess)));
    await rm(this.folder, { recursive: true, force: true }).catch(() => undefined);
    this.letGo();
  }

  private async begin(spec: ProcessSpec): Promise<void> {
    const { child, identity } = await launch(spec);
    child.unref();
    this.running.set(spec, identity);
    const before = this.letGo;
    const pids = [...this.running.values()].map(({ pid }) => pid);
    this.letGo = watchdog(pids, this.folder);
    before();
  }

  private async end(spec: ProcessSpec, by: (identity: ProcessIdentity) => Promise<unknown>): Promise<void> {
    const identity = this.running.get(spec);
    this.running.delete(spec);
    if (identity) await by(identity);
  }
}
