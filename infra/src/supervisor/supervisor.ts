import { stopProcess } from '../process/stop-process';
import { isRunning } from '../process/identity';
import { ManagedProcess } from './managed-process';
import { planKey, type PlannedProcess, type ProcessRecord } from './plan';

/**
 * Applies the plan: starts missing processes, restarts ended ones, adopts running ones, stops those no longer planned.
 * Touches no other process.
 */
export class ProcessSupervisor {
  private readonly managed = new Map<string, ManagedProcess>();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly publish: (records: ProcessRecord[]) => void,
    private readonly say: (line: string) => void,
  ) {}

  /**
   * Applies a plan. Calls are carried out one after the other.
   * @param left records of an earlier supervisor, whose processes may still run
   */
  apply(plan: readonly PlannedProcess[], left: readonly ProcessRecord[] = []): Promise<void> {
    return this.inTurn(async () => {
      await this.adoptOrStop(plan, left);
      const planned = new Map(plan.map((process) => [process.name, process]));
      const outdated = [...this.managed.values()].filter((process) => {
        const now = planned.get(process.plan.name);
        return now === undefined || planKey(now) !== planKey(process.plan);
      });
      await this.stopAll(outdated);
      for (const process of plan)
        if (!this.managed.has(process.name))
          this.managed.set(process.name, new ManagedProcess(process, () => this.report(), this.say));
      await Promise.all([...this.managed.values()].map((process) => process.ensure()));
      this.report();
    });
  }

  /** Stops everything, services first. */
  end(): Promise<void> {
    return this.inTurn(() => this.stopAll([...this.managed.values()]));
  }

  private async adoptOrStop(plan: readonly PlannedProcess[], left: readonly ProcessRecord[]): Promise<void> {
    for (const { name, identity, planKey: startedBy, graceMs } of left) {
      if (!identity || !isRunning(identity)) continue;
      const now = plan.find((process) => process.name === name);
      if (now && planKey(now) === startedBy) {
        this.say(`${name} still runs, pid ${identity.pid}`);
        this.managed.set(name, new ManagedProcess(now, () => this.report(), this.say, identity));
      } else await stopProcess(identity, graceMs);
    }
  }

  private async stopAll(managed: readonly ManagedProcess[]): Promise<void> {
    for (const tier of ['service', 'stack'] as const) {
      const these = managed.filter(({ plan }) => plan.tier === tier);
      await Promise.all(these.map((process) => process.stop()));
    }
    for (const { plan } of managed) this.managed.delete(plan.name);
    this.report();
  }

  private report(): void {
    this.publish([...this.managed.values()].map(({ record }) => record));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }
}
