import type { IncomingRecord } from '@lianban/record';
import { fakeBatch, fakeConsumers } from '../test/fake-consumers';
import { fakeTime, passDuring, passUntil } from '../test/fake-time';
import { type Consumer, type ConsumerOptions, guardedConsumer } from './consumer';
import { type OnChunk, defaultChunkRecords as chunkRecords } from './handle-batch';

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const running: Consumer[] = [];
beforeEach(fakeTime);
afterEach(async () => {
  for (const consumer of running.splice(0)) await passDuring(consumer.stop());
  jest.useRealTimers();
});

interface Setup extends Partial<Pick<ConsumerOptions, 'onFatal' | 'onChunk'>> {
  failStarts?: Error[];
}

async function started({ onChunk = async () => undefined, failStarts, onFatal = quiet }: Setup = {}) {
  const { library, made } = fakeConsumers(failStarts);
  const consumer = guardedConsumer({
    connection: { brokers: [], clientId: 'test' },
    ...{ groupId: 'g', topics: ['t'], log, library, onFatal, onChunk, stopTimeoutMs: 20_000 },
  });
  running.push(consumer);
  consumer.start();
  await turns();
  const latest = () => {
    const last = made.at(-1);
    if (!last) throw new Error('no consumer was made');
    return last;
  };
  return { consumer, made, latest };
}

const offsets = (records: readonly IncomingRecord[]) => records.map(({ offset }) => offset);
const turns = async () => {
  for (let n = 0; n < 5; n += 1) await new Promise(setImmediate);
};
const rebalance = Object.assign(new Error('The group is rebalancing'), { type: 'REBALANCE_IN_PROGRESS' });

describe('a batch', () => {
  test('is handed over in chunks, each resolved when handled, and its offset committed', async () => {
    const chunks: string[][] = [];
    const onChunk: OnChunk = async (records) => void chunks.push(offsets(records));
    const { latest } = await started({ onChunk });
    const batch = fakeBatch(2 * chunkRecords + 1);

    await latest().hooks.onBatch(batch);

    expect(chunks.map((chunk) => [chunk.length, chunk[0], chunk.at(-1)])).toEqual([
      [500, '0', '499'],
      [500, '500', '999'],
      [1, '1000', '1000'],
    ]);
    expect(batch.resolved).toEqual(['499', '999', '1000']);
    await passUntil(() => latest().committed.some(({ offset }) => offset === '1001'));
  });

  test.each([new TypeError('x is undefined'), new Error('no primary'), 'not even an error'])(
    'is tried again in place when the handler throws %p',
    async (thrown) => {
      const seen: (string | undefined)[] = [];
      const onChunk: OnChunk = async (records) => {
        seen.push(records[0]?.offset);
        if (seen.length <= 2) throw thrown;
      };
      const { latest } = await started({ onChunk });
      const batch = fakeBatch(chunkRecords + 1);

      await passDuring(latest().hooks.onBatch(batch));

      expect(seen).toEqual(['0', '0', '0', '500']);
      expect(batch.resolved).toEqual(['499', '500']);
    },
  );

  test('keeps its place in the group however long the handler takes', async () => {
    const batch = fakeBatch(1);
    const { latest } = await started({ onChunk: () => passUntil(() => batch.beats >= 5) });

    await latest().hooks.onBatch(batch);

    expect(batch.resolved).toEqual(['0']);
  });

  test('ends after the chunk in hand when the group rebalances, commits it, and lets the library know', async () => {
    const batch = { ...fakeBatch(chunkRecords + 1), heartbeat: () => Promise.reject(rebalance) };
    let chunks = 0;
    const onChunk: OnChunk = async (_, { signal }) => {
      chunks += 1;
      await passUntil(() => signal.aborted);
    };
    const { latest } = await started({ onChunk });

    await expect(latest().hooks.onBatch(batch)).rejects.toBe(rebalance);

    expect(chunks).toBe(1);
    expect(batch.resolved).toEqual(['499']);
    expect(batch.committed).toEqual([{ topic: 't', partition: 0, offset: '500' }]);
  });

  test('is given up, unresolved, when the group rebalances while the handler keeps failing', async () => {
    const batch = { ...fakeBatch(2), heartbeat: () => Promise.reject(rebalance) };
    const { latest } = await started({ onChunk: () => Promise.reject(new Error('no primary')) });

    await expect(passDuring(latest().hooks.onBatch(batch))).rejects.toBe(rebalance);

    expect(batch.resolved).toEqual([]);
  });

  test('ends without a word when its partition is gone', async () => {
    let chunks = 0;
    const { latest } = await started({ onChunk: async () => void (chunks += 1) });
    const resolve = () => {
      throw new TypeError("Cannot set properties of undefined (setting '0')");
    };

    await latest().hooks.onBatch({ ...fakeBatch(chunkRecords + 1), resolve });

    expect(chunks).toBe(1);
  });

  test('waits until every listener has taken in the assignment', async () => {
    const heard: string[] = [];
    const { library, made } = fakeConsumers();
    const consumer = guardedConsumer({
      connection: { brokers: [], clientId: 'test' },
      ...{ groupId: 'g', topics: ['t'], log, library, onFatal: quiet, stopTimeoutMs: 20_000 },
      onChunk: async (records) => void heard.push(...offsets(records)),
    });
    let asked = 0;
    consumer.onAssigned(async (assigned) => {
      asked += 1;
      if (asked < 3) throw new Error('database down');
      heard.push(`t: ${assigned.get('t')?.join()}`);
    });
    running.push(consumer);
    consumer.start();
    await consumer.joined;

    await passDuring(made[0]!.hooks.onBatch(fakeBatch(1)));

    expect(heard).toEqual(['t: 0', '0']);
  });
});

describe('the consumer', () => {
  test('is replaced after every outage, and says whether it is a member', async () => {
    const down = Object.assign(new Error('Failed to find group coordinator'), {
      name: 'KafkaJSGroupCoordinatorNotFound',
    });
    const { consumer, made, latest } = await started({ failStarts: [down, down] });
    await passUntil(() => consumer.isJoined());
    expect(made).toHaveLength(3);

    latest().hooks.onCrashed(down);
    await passUntil(() => made.length === 4 && consumer.isJoined());

    expect(made.map(({ closed }) => closed)).toEqual([true, true, true, false]);
  });

  test.each([
    ['a login that is refused', Object.assign(new Error('x'), { name: 'KafkaJSSASLAuthenticationError' })],
    [
      'a missing permission',
      new Error('wrapped', { cause: Object.assign(new Error('x'), { type: 'GROUP_AUTHORIZATION_FAILED' }) }),
    ],
  ])('ends for good after %s', async (_, error) => {
    const fatal: Error[] = [];
    const { made, latest } = await started({ onFatal: (e) => fatal.push(e) });

    latest().hooks.onCrashed(error);
    await passUntil(() => fatal.length > 0);
    await turns();

    expect(fatal).toEqual([error]);
    expect(made).toHaveLength(1);
  });

  test('is replaced a few times after an error of programming, then ends for good', async () => {
    const fatal: Error[] = [];
    const bugs = Array.from({ length: 9 }, () => new Error('crash', { cause: new TypeError('x is undefined') }));
    const { made } = await started({ failStarts: bugs, onFatal: (e) => fatal.push(e) });

    await passUntil(() => fatal.length > 0);

    expect(made).toHaveLength(6);
  });

  test('is replaced when it gives no sign any more', async () => {
    const { made } = await started();

    await passUntil(() => made.length > 1);

    expect(made[0]?.closed).toBe(true);
  });

  test('handles nothing more for a consumer that was replaced', async () => {
    let chunks = 0;
    const { made, latest } = await started({ onChunk: async () => void (chunks += 1) });
    const old = latest();
    old.hooks.onCrashed(new Error('broker down'));
    await passUntil(() => made.length > 1);

    await old.hooks.onBatch(fakeBatch(1));

    expect(chunks).toBe(0);
  });

  test('finishes the chunk in hand when it stops, commits it, leaves, and begins no other', async () => {
    const release = Promise.withResolvers<void>();
    let chunks = 0;
    const onChunk: OnChunk = () => {
      chunks += 1;
      return release.promise;
    };
    const { consumer, latest } = await started({ onChunk });
    const batch = fakeBatch(chunkRecords + 1);
    const handling = latest().hooks.onBatch(batch);
    await turns();

    const stopped = consumer.stop();
    await turns();
    expect(latest().closed).toBe(false);
    release.resolve();
    await Promise.all([stopped, handling]);

    expect(chunks).toBe(1);
    expect(batch.resolved).toEqual(['499']);
    expect(latest()).toMatchObject({ closed: true, committed: [{ topic: 't', partition: 0, offset: '500' }] });
    expect(consumer.isJoined()).toBe(false);
  });

  test('does not wait for ever for a handler that hangs when it stops', async () => {
    const { consumer, latest } = await started({ onChunk: () => new Promise(() => undefined) });
    const batch = fakeBatch(1);
    void latest().hooks.onBatch(batch);
    await turns();

    await passDuring(consumer.stop());

    expect(latest().closed).toBe(true);
    expect(batch.resolved).toEqual([]);
  });

  test('tells how far it is, how old the oldest record in hand is, and when it last gave a sign', async () => {
    const release = Promise.withResolvers<void>();
    let alive = quiet;
    const onChunk: OnChunk = (_, { stillAlive }) => {
      alive = () => void stillAlive();
      return release.promise;
    };
    const { consumer, latest } = await started({ onChunk });
    const handling = latest().hooks.onBatch({ ...fakeBatch(3, 7), end: '15' });
    await turns();

    expect(consumer.progress()).toMatchObject({ assigned: 1, lag: 8, oldestUnhandledAt: 1_000 });
    const before = consumer.progress().lastProgressAt;
    await passUntil(() => Date.now() > before);
    alive();
    expect(consumer.progress().lastProgressAt).toBeGreaterThan(before);
    release.resolve();
    await handling;
    expect(consumer.progress()).toMatchObject({ lag: 5, oldestUnhandledAt: undefined });
  });
});
