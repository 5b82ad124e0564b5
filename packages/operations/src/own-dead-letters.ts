import type { KafkaConnection, KafkaLog } from '@lianban/kafka';
import type { IncomingRecord } from '@lianban/record';
import { inspectTopics } from './topics';

const mostMs = 20_000;

/**
 * Reads the dead letters of what a service wrote: its access list lets it read `<topic>.<listener>.dlt` in the group
 * `<service>-dead-letters`. One look at a time in a process: who asks meanwhile shares the look after it. Of two processes that look at
 * once, one may be told to look again.
 * @param own what the names of its topics begin with: the service, and a dot
 */
export function ownDeadLetters(connection: KafkaConnection, group: string, own: string, log: KafkaLog) {
  const kafka = inspectTopics(connection, log, { group, mostMs });
  let running: Promise<readonly IncomingRecord[]> | undefined;
  let next: typeof running;
  const look = async (): Promise<readonly IncomingRecord[]> => {
    const letters = (await kafka.topics()).filter((each) => each.startsWith(own) && each.endsWith('.dlt'));
    const ranges = [];
    const bounds = await Promise.all(letters.map(async (each) => ({ each, found: await kafka.bounds(each) })));
    for (const { each, found } of bounds)
      for (const { partition, low, high } of found) ranges.push({ topic: each, partition, from: low, end: high });
    const found: IncomingRecord[] = [];
    await kafka.read(ranges, (record) => void found.push(record));
    return found.toSorted((a, b) => a.timestamp - b.timestamp);
  };
  const begin = () => (running = look().finally(() => (running = undefined)));
  const after = (): Promise<readonly IncomingRecord[]> => {
    next = undefined;
    return begin();
  };
  return (): Promise<readonly IncomingRecord[]> => {
    if (next) return next;
    if (!running) return begin();
    return (next = running.then(after, after));
  };
}
