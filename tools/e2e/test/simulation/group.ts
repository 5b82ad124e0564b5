import { pause } from '@lianban/backoff';
import type { Mutation } from './mutations';
import type { Schedule } from './schedule';
import type { SimulatedProcess } from './simulated-process';
import type { TopicLog } from './topic-log';

const chunk = 5;

/**
 * The consumer group of a service for one topic: one process at a time. A process that was replaced finishes its current
 * chunk, as one does that has not yet noticed the rebalance.
 */
export class Group {
  private owner: SimulatedProcess | undefined;
  private generation = 0;
  private reading = false;
  private position = 0;

  constructor(
    private readonly service: string,
    private readonly topic: string,
    private readonly world: { schedule: Schedule; topics: TopicLog; mutation: Mutation | undefined },
  ) {}

  /** Assigns the topic to another process when its owner has died, or when it is `time` for a rebalance. */
  assign(processes: readonly SimulatedProcess[], time: boolean): void {
    const { schedule, topics } = this.world;
    if (this.owner && !schedule.dead.has(this.owner.id) && !time) return;
    this.owner = schedule.pick(processes);
    this.generation += 1;
    this.position = topics.committedOf(this.service, this.topic);
    this.reading = false;
  }

  get isDone(): boolean {
    return !this.reading && this.position >= this.world.topics.records(this.topic).length;
  }

  poll(): void {
    const { owner, generation } = this;
    if (!owner || this.reading || this.isDone) return;
    this.reading = true;
    void this.read(owner, () => generation === this.generation).then(() => {
      if (generation === this.generation) this.reading = false;
    });
  }

  private async read(owner: SimulatedProcess, isCurrent: () => boolean): Promise<void> {
    const { topics, mutation } = this.world;
    const records = topics.records(this.topic).slice(this.position, this.position + chunk);
    const next = this.position + records.length;
    const commit = () => topics.commit(owner.id, this.service, this.topic, next).catch(() => undefined);
    if (mutation === 'acknowledged before the write') await commit();
    while (isCurrent()) {
      try {
        await owner.parking.reload(new Map([[this.topic, [0]]]));
        await owner.handle(records);
        break;
      } catch {
        await pause(100);
      }
    }
    if (!isCurrent()) return;
    this.position = next;
    if (mutation !== 'acknowledged before the write') await commit();
  }
}
