import { messageOf } from '../problem';
import { isRunning, type ProcessIdentity } from '../process/identity';
import { launch } from '../process/launch';
import { stopProcess } from '../process/stop-process';
import { backoff, failuresAfter } from './backoff';
import { planKey, type PlannedProcess, type ProcessRecord } from './plan';

const lookEveryMs = 200;

/**
 * Restarts one planned process whenever it ends. It watches the process by pid and start time instead of a child handle,
 * so it can adopt one that a killed supervisor had started.
 */
export class ManagedProcess {
  private identity: ProcessIdentity | undefined;
  private since = Date.now();
  private failures = 0;
  private restarts = 0;
  private lastExit: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private starting: Promise<void> | undefined;

  constructor(
    readonly plan: PlannedProcess,
    private readonly changed: () => void,
    private readonly say: (line: string) => void,
    adopted?: ProcessIdentity,
  ) {
    this.identity = adopted;
    if (adopted) this.watch(adopted);
  }

  get record(): ProcessRecord {
    const { name, tier, graceMs, logFile } = this.plan;
    return {
      ...{ name, tier, graceMs, logFile, planKey: planKey(this.plan), restarts: this.restarts },
      ...(this.identity ? { identity: this.identity } : {}),
      ...(this.lastExit ? { lastExit: this.lastExit } : {}),
    };
  }

  /** Starts the process unless it runs; if it waits for its next attempt, starts it now. */
  ensure(): Promise<void> {
    if (this.stopped || (this.identity && isRunning(this.identity))) return Promise.resolve();
    clearTimeout(this.timer);
    // The timer and a new plan may start it at the same moment, but there must be only one process.
    this.starting ??= this.start().finally(() => {
      this.starting = undefined;
    });
    return this.starting;
  }

  private async start(): Promise<void> {
    try {
      const { child, identity } = await launch(this.plan);
      let end: string | undefined;
      child.once('exit', (code, by) => {
        end = by ? `ended by ${by}` : `ended with exit code ${code}`;
      });
      this.identity = identity;
      this.since = Date.now();
      this.say(`${this.plan.name} started, pid ${identity.pid}`);
      this.watch(identity, () => end);
    } catch (error) {
      this.ended(messageOf(error));
    }
    this.changed();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.starting;
    clearTimeout(this.timer);
    if (!this.identity) return;
    const how = await stopProcess(this.identity, this.plan.graceMs);
    this.say(`${this.plan.name} ${how === 'stopped' ? 'stopped' : `killed after ${this.plan.graceMs / 1000} s`}`);
    this.identity = undefined;
    this.changed();
  }

  private watch(identity: ProcessIdentity, howItEnded: () => string | undefined = () => undefined): void {
    this.timer = setTimeout(() => {
      if (this.stopped) return;
      if (isRunning(identity)) this.watch(identity, howItEnded);
      else this.ended(howItEnded() ?? 'is gone');
    }, lookEveryMs);
  }

  private ended(how: string): void {
    if (this.stopped) return;
    this.failures = failuresAfter(this.failures, Date.now() - this.since);
    this.restarts += 1;
    this.identity = undefined;
    this.lastExit = how;
    const wait = backoff(this.failures);
    this.say(`${this.plan.name} ${how}: restarting in ${wait / 1000} s`);
    this.timer = setTimeout(() => void this.ensure(), wait);
    this.changed();
  }
}
