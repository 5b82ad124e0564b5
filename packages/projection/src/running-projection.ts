import type { Database } from '@lianban/engine';
import { carryOver } from './carry-over';
import { type Generation, type GenerationPorts, openGeneration, topicsOf } from './generation';
import { type Generations, generationsOf, groupOf, register, removeRetired, serveBuilt, viewsOf } from './generations';
import type { Projection } from './projection';
import { seed } from './seed';
import type { Views } from './write-views';

export interface ProjectionPorts extends Omit<GenerationPorts, 'onFatal'> {
  readonly db: Pick<Database, 'connection' | 'of' | 'seals'>;
  /** The service's own group: those of its projections are named after it. */
  readonly groupId: string;
}

// Beyond this, how many more is nothing an alert would treat otherwise.
const mostCounted = 10_000;

/** A projection in one process of its service: keeps the generations at work that are to be, and reads the served one. */
export class RunningProjection<V> {
  private readonly atWork = new Map<number, Generation<V>>();
  private started = false;
  /** Documents with records left out, as last counted. */
  stale = 0;
  /** Why it does not go on; the service does. */
  failure: string | undefined;

  private constructor(
    readonly projection: Projection<V>,
    private readonly ports: ProjectionPorts,
    private generations: Generations,
  ) {}

  static async open<V>(projection: Projection<V>, ports: ProjectionPorts): Promise<RunningProjection<V>> {
    const topics = topicsOf(projection, ports.topicPrefix);
    const running = new RunningProjection(projection, ports, await register(ports.db, projection.name, topics));
    await running.adjust();
    return running;
  }

  get name(): string {
    return this.projection.name;
  }

  get served(): Views<V> {
    return viewsOf(this.ports.db, this.name, this.generations.serving);
  }

  get lag(): number {
    return this.atWork.get(this.generations.serving)?.consumer.progress().lag ?? 0;
  }

  start(): void {
    this.started = true;
    this.begin();
  }

  /** Looks whether an operator asked for a rebuild, and serves a generation that has caught up. */
  async tend(): Promise<void> {
    const { db, now, log } = this.ports;
    const found = await generationsOf(db).findOne({ _id: this.name });
    if (!found) return;
    this.generations = found;
    await this.adjust();
    if (!found.isSeeded) await this.seed();
    this.begin();
    if ((await this.hasCaughtUp()) && (await serveBuilt(db, found, now())))
      log.info({ projection: this.name, generation: found.building?.generation }, 'rebuilt projection is served');
    await removeRetired(db, found, now());
  }

  /** Reads the topics that were added to it. */
  async follow(): Promise<void> {
    const { db, topicPrefix } = this.ports;
    await register(db, this.name, topicsOf(this.projection, topicPrefix));
    for (const generation of this.atWork.values()) generation.follow();
  }

  async countStale(): Promise<void> {
    const filter = { isStale: true } as object;
    this.stale = await this.served.countDocuments(filter, { limit: mostCounted });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.atWork.values()].map(({ consumer }) => consumer.stop()));
  }

  private async seed(): Promise<void> {
    const { db } = this.ports;
    await seed(db, this.projection, this.served);
    await generationsOf(db).updateOne({ _id: this.name }, { $set: { isSeeded: true } });
    this.generations = { ...this.generations, isSeeded: true };
  }

  /** Starts the consumers of all generations at work. */
  private begin(): void {
    if (!this.started || !this.generations.isSeeded) return;
    for (const { consumer } of this.atWork.values()) consumer.start();
  }

  private async hasCaughtUp(): Promise<boolean> {
    const { building } = this.generations;
    const built = building && this.atWork.get(building.generation);
    if (!built || (await built.handledUpTo()) < building.askedAt) return false;
    return (await carryOver<V>(this.served, built.views)) === 0;
  }

  /** Starts the generations that are served or built, and stops the others. */
  private async adjust(): Promise<void> {
    const { serving, building } = this.generations;
    const wanted = new Set([serving, ...(building ? [building.generation] : [])]);
    for (const generation of wanted) if (!this.atWork.has(generation)) await this.open(generation);
    for (const [generation, { consumer }] of this.atWork)
      if (!wanted.has(generation)) {
        this.atWork.delete(generation);
        await consumer.stop();
      }
  }

  private async open(generation: number): Promise<void> {
    const { db, groupId } = this.ports;
    const views = viewsOf<V>(db, this.name, generation);
    await makeIndexes(views, this.projection);
    const onFatal = ({ message }: Error) => {
      this.failure = `projection ${this.name} is not kept up to date: ${message}`;
    };
    const group = groupOf(groupId, this.name, generation);
    const opened = openGeneration(this.projection, group, views, { ...this.ports, onFatal });
    this.atWork.set(generation, opened);
  }
}

async function makeIndexes<V>(views: Views<V>, { indexes = [] }: Projection<V>): Promise<void> {
  await views.createIndex({ isStale: 1 }, { partialFilterExpression: { isStale: true } });
  for (const { fields, name, unique, partial } of indexes)
    await views.createIndex({ ...fields } as never, {
      ...(name ? { name } : {}),
      ...(unique ? { unique } : {}),
      ...(partial ? { partialFilterExpression: partial } : {}),
    });
}
