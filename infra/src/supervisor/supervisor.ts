import { stopProcess } from '../process/stop-process';
import { isRunning } from '../process/identity';
import { Keeper } from './keeper';
import { planKey, type PlannedProcess, type ProcessRecord } from './plan';

/**
 * Carries out the plan: starts missing processes, restarts ended ones, adopts running ones, stops those no longer planned.
 * Touches no other process.
 */
export class ProcessSupervisor {
  private readonly keepers = new Map<string, Keeper>();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly publish: (records: ProcessRecord[]) => void,
    private readonly say: (line: string) => void,
  ) {}

  /**
   * Applies a plan. Calls are carried out one after the other.
   * @param left records of an earlier supervisor, whose processes may still run
   */
  follow(plan: readonly PlannedProcess[], left: readonly ProcessRecord[] = []): Promise<void> {
    return this.inTurn(async () => {
      await this.adoptOrStop(plan, left);
      const planned = new Map(plan.map((process) => [process.name, process]));
      const outdated = [...this.keepers.values()].filter((keeper) => {
        const now = planned.get(keeper.plan.name);
        return now === undefined || planKey(now) !== planKey(keeper.plan);
      });
      await this.stopAll(outdated);
      for (const process of plan)
        if (!this.keepers.has(process.name))
          this.keepers.set(process.name, new Keeper(process, () => this.report(), this.say));
      await Promise.all([...this.keepers.values()].map((keeper) => keeper.ensure()));
      this.report();
    });
  }

  /** Stops everything, services first. */
  end(): Promise<void> {
    return this.inTurn(() => this.stopAll([...this.keepers.values()]));
  }

  private async adoptOrStop(plan: readonly PlannedProcess[], left: readonly ProcessRecord[]): Promise<void> {
    for (const { name, identity, planKey: startedBy, graceMs } of left) {
      if (!identity || !isRunning(identity)) continue;
      const now = plan.find((process) => process.name === name);
      if (now && planKey(now) === startedBy) {
        this.say(`${name} still runs, pid ${identity.pid}`);
        this.keepers.set(name, new Keeper(now, () => this.report(), this.say, identity));
      } else await stopProcess(identity, graceMs);
    }
  }

  private async stopAll(keepers: readonly Keeper[]): Promise<void> {
    for (const tier of ['service', 'stack'] as const) {
      const these = keepers.filter(({ plan }) => plan.tier === tier);
      await Promise.all(these.map((keeper) => keeper.stop()));
    }
    for (const { plan } of keepers) this.keepers.delete(plan.name);
    this.report();
  }

  private report(): void {
    this.publish([...this.keepers.values()].map(({ record }) => record));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }
}
