import { type AggregateType, type Typed, refuse } from '@lianban/model';
import type { CommandQueue, Database, Done, StoredDocument } from '@lianban/engine';
import { batchReads } from '@lianban/mongo';
import type { Log } from '@lianban/telemetry';
import type { Clock } from './clock';
import type { Commits } from './commits';
import type { Projections } from './open-projections';
import type { connectPeers } from './peers';
import type { App, Snapshot, DispatchOptions, Query } from './service-spec';

export interface AppPorts {
  readonly db: Database;
  readonly queue: CommandQueue;
  readonly commits: Commits;
  readonly clock: Clock;
  readonly projections: Pick<Projections, 'summarize'>;
  readonly peers: Pick<ReturnType<typeof connectPeers>, 'clientOf'>;
}

// Numbers are reserved in blocks, so that a hot counter is written once per block.
const block = 100;

export function createApp(name: string, { db, queue, commits, clock, projections, peers }: AppPorts, log: Log): App {
  const series = new Map<string, { next: number; end: number; filling?: Promise<void> }>();

  const fill = async (name: string): Promise<void> => {
    const found = await db.counters.findOneAndUpdate(
      { _id: name },
      { $inc: { next: block } },
      { upsert: true, returnDocument: 'after' },
    );
    const end = found!.next;
    series.set(name, { next: end - block + 1, end });
  };

  const nextNumber = async (name: string): Promise<number> => {
    for (;;) {
      const current = series.get(name) ?? { next: 1, end: 0 };
      if (current.next <= current.end) return current.next++;
      series.set(name, current);
      await (current.filling ??= fill(name).finally(() => delete current.filling));
    }
  };

  const dispatch: App['dispatch'] = async <S, C extends Typed, E extends Typed>(
    type: AggregateType<S, C, E>,
    id: string,
    command: C,
    options: DispatchOptions = {},
  ) => {
    const { traceparent, signal, ifVersion, idempotency } = options;
    const outcome = await queue.enqueue({
      addressed: { aggregate: type.name, id, command },
      traceparent,
      ...(signal ? { signal } : {}),
      ...(ifVersion ? { ifVersion } : {}),
      ...(idempotency ? { idempotency } : {}),
    });
    // Safe: the outcome comes from this aggregate's own decider.
    if (outcome.is === 'done') return outcome as Done<S, E>;
    if (outcome.is === 'refused') return outcome.refusal;
    if (outcome.is === 'broken') throw outcome.error;
    return refuse('already-done', 'This was done before.');
  };

  const whole = (name: string, found: readonly StoredDocument[]): Promise<readonly StoredDocument[]> =>
    Promise.all(found.map((each) => db.seals.open(name, each)));

  // Under load a hundred concurrent calls each read one document: one query serves them all.
  const readers = new Map<string, (id: string) => Promise<Snapshot<unknown> | undefined>>();
  const readerOf = (name: string) => {
    const load = async (ids: readonly string[]) => {
      const found = await db
        .of(name)
        .find({ _id: { $in: [...ids] } })
        .toArray();
      return new Map((await whole(name, found)).map((each) => [each._id, snapshotOf(each)]));
    };
    const reader = readers.get(name) ?? batchReads(load);
    readers.set(name, reader);
    return reader;
  };
  const get = async <S>(type: AggregateType<S>, id: string) =>
    (await readerOf(type.name)(id)) as Snapshot<S> | undefined;

  const find = async <S>(type: AggregateType<S>, { filter, sort, limit }: Query): Promise<readonly Snapshot<S>[]> => {
    const cursor = db.of(type.name).find(filter as never, { limit, ...(sort ? { sort: { ...sort } } : {}) });
    const found = await whole(type.name, await cursor.toArray());
    return found.map((each) => snapshotOf(each) as Snapshot<S>);
  };

  const summarize = async <T>(type: AggregateType, pipeline: readonly Readonly<Record<string, unknown>>[]) =>
    db
      .of(type.name)
      .aggregate<T & object>(pipeline.map((stage) => ({ ...stage })))
      .toArray();

  const onCommitted = <S>(type: AggregateType<S>, listener: (found: Snapshot<S>) => void) =>
    commits.listen((changed) => {
      for (const { aggregate, id, version, state } of changed)
        if (aggregate === type.name) listener({ id, version, state: state as S });
    });

  const summarizeView: App['summarizeView'] = (projection, pipeline) =>
    projections.summarize(projection.name, pipeline);

  const clientOf: App['clientOf'] = (peer, definition) => peers.clientOf(peer, definition);
  const reads = { get, find, summarize, summarizeView };
  return { name, log, clock, dispatch, ...reads, onCommitted, nextNumber, files: db.files, clientOf };
}

const snapshotOf = ({ _id: id, version, state }: StoredDocument): Snapshot<unknown> => ({ id, version, state });
