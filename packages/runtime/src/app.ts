import { type Refusal, refuse, type Order } from '@lianban/model';
import { type Done, type Line, type Database, toEntry } from '@lianban/engine';
import { coalesce } from '@lianban/mongo';
import type { Log } from '@lianban/telemetry';
import type { Clock } from './clock';
import type { App, Found, OrderOptions, Query } from './service-spec';

// Numbers are taken from the database a block at a time, so that a hot counter is written once per block.
const block = 100;

export function createApp(name: string, db: Database, line: Line, clock: Clock, log: Log): App {
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

  const order = async (order: Order, options: OrderOptions = {}): Promise<Done | Refusal> => {
    const { traceparent, signal, ifVersion } = options;
    const outcome = await line.enqueue({
      order,
      traceparent,
      ...(signal ? { signal } : {}),
      ...(ifVersion ? { ifVersion } : {}),
    });
    if (outcome.is === 'done') return outcome;
    if (outcome.is === 'refused') return outcome.refusal;
    if (outcome.is === 'broken') throw outcome.error;
    return refuse('already-done', 'This was done before.');
  };

  // Under load a hundred calls a moment each read one document: one query serves them all.
  const readers = new Map<string, (id: string) => Promise<Found<unknown> | undefined>>();
  const readerOf = (kind: string) => {
    const load = async (ids: readonly string[]) => {
      const found = await db
        .of(kind)
        .find({ _id: { $in: [...ids] } })
        .toArray();
      return new Map(found.map((each) => [each._id, asFound<unknown>(toEntry(kind, each))]));
    };
    const reader = readers.get(kind) ?? coalesce(load);
    readers.set(kind, reader);
    return reader;
  };
  const get = async <S>(kind: string, id: string) => (await readerOf(kind)(id)) as Found<S> | undefined;

  const find = async <S>(kind: string, query: Query): Promise<readonly Found<S>[]> => {
    const cursor = db
      .of(kind)
      .find(query.filter as never, { limit: query.limit, ...(query.sort ? { sort: { ...query.sort } } : {}) });
    return (await cursor.toArray()).map((found) => asFound<S>(toEntry(kind, found)));
  };

  const aggregate = async <T>(kind: string, pipeline: readonly Readonly<Record<string, unknown>>[]) =>
    db
      .of(kind)
      .aggregate<T & object>(pipeline.map((stage) => ({ ...stage })))
      .toArray();

  return { name, log, clock, order, get, find, aggregate, nextNumber, files: db.files };
}

const asFound = <S>({ id, version, state }: { id: string; version: number; state: unknown }): Found<S> => ({
  id,
  version,
  state: state as S,
});
