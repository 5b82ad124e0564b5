import { RunningProjection } from '@lianban/projection';
import type { Log } from '@lianban/telemetry';
import type { Config } from './config';
import type { WritePath } from './open-write-path';
import type { Composition } from './service-spec';

export type Projections = Awaited<ReturnType<typeof openProjections>>;

/** Opens the read models of a service. One that cannot go on is reported, and stops nothing else. */
export async function openProjections(
  name: string,
  { projections = [] }: Pick<Composition, 'projections'>,
  { connection, db, handle }: Pick<WritePath, 'connection' | 'db' | 'handle'>,
  config: Config,
  log: Log,
) {
  const { topicPrefix } = config.kafka;
  const ports = {
    ...{ db, connection, topicPrefix, handle, log },
    groupId: `${topicPrefix}${name}`,
    stopTimeoutMs: config.stop.graceMs / 10,
    now: () => new Date(db.now()),
  };
  const running = await Promise.all(projections.map((projection) => RunningProjection.open(projection, ports)));
  const each = (act: (one: RunningProjection<unknown>) => Promise<unknown>) => Promise.all(running.map(act));
  return {
    running,
    follow: () => each((one) => one.follow()),
    start: () => running.forEach((one) => one.start()),
    tend: () => each((one) => one.tend()),
    countStale: () => each((one) => one.countStale()),
    stop: () => each((one) => one.stop()),
    failures: (): readonly string[] => running.flatMap(({ failure }) => failure ?? []),
    async summarize<T>(projection: string, pipeline: readonly Readonly<Record<string, unknown>>[]) {
      const found = running.find((one) => one.name === projection);
      if (!found) throw new Error(`${name} keeps no projection "${projection}": name it in its composition`);
      return found.served.aggregate<T & object>(pipeline.map((stage) => ({ ...stage }))).toArray();
    },
  };
}
