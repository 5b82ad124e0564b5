import type { GrpcService } from '@lianban/grpc';
import { mendingAsks, operationsGrpc, operatorStore, ownDeadLetters } from '@lianban/operations';
import type { Log } from '@lianban/telemetry';
import type { Config } from './config';
import type { Consumption } from './open-consumption';
import type { WritePath } from './open-write-path';
import type { Composition } from './service-spec';

/** What this service answers its operators: what hangs in it, and how to mend it. */
export function openOperations(
  name: string,
  { aggregates }: Composition,
  { connection, db, clock, producer }: WritePath,
  { consumer }: Pick<Consumption, 'consumer'>,
  config: Config,
  log: Log,
): GrpcService {
  const native = db.connection.getClient().db(db.connection.name);
  const { topicPrefix } = config.kafka;
  const kinds = () => Promise.resolve(aggregates.map((aggregate) => aggregate.name));
  return operationsGrpc({
    service: name,
    store: operatorStore(native, kinds),
    asks: mendingAsks(native, () => new Date()),
    now: clock.now,
    async lag() {
      const offsets = (await consumer?.groupOffsets()) ?? [];
      return offsets.reduce((sum, { next, end }) => sum + Number(end - next), 0);
    },
    deadLetters: ownDeadLetters(connection, `${topicPrefix}${name}-dead-letters`, `${topicPrefix}${name}.`, log),
    send: (records) => producer.send(records),
  });
}
