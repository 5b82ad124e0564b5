import { encodeContents } from '@lianban/record';
import { createLog } from '@lianban/telemetry';
import type { OutboxBatch, OutboxDocument, OutboxRecord } from './outbox-format';
import type { Database } from './database';
import { Relay } from './outbox';

const serverTime = new Date('2026-11-23T10:00:00Z').getTime();
const contents = { key: 'k', value: Buffer.alloc(1), headers: {} };
const record: OutboxRecord = { topic: 't', ...contents, contents: encodeContents(contents) };

/** An outbox that holds one batch, by a server whose clock every process shares. */
function fakes(at: number, left: Partial<OutboxDocument> = {}) {
  const waiting = [{ _id: 'other', batch: 1, at: new Date(at), records: [record], ...left }];
  const find = () => ({ sort: () => ({ toArray: async () => waiting }), toArray: async () => waiting });
  const cleared: string[] = [];
  const deleteOne = async (outbox: OutboxBatch) => void cleared.push(Relay.idOf(outbox));
  const outbox = { find, findOne: async () => waiting[0], deleteOne };
  const db = {
    now: () => serverTime,
    outbox,
    republishedBatches: { updateOne: async () => undefined },
  } as unknown as Database;
  const sent: (readonly OutboxRecord[])[] = [];
  const relay = new Relay(db, 'me', async (records) => void sent.push(records), createLog('test', 'silent'));
  return { sent, cleared, relay };
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());

test.each(['2026-11-23T09:50:00Z', '2026-11-23T10:10:00Z'])(
  'on a machine whose clock says %s, what was left behind is taken over in time, and what is fresh is left alone',
  async (machineTime) => {
    jest.setSystemTime(new Date(machineTime));
    const left = fakes(serverTime - 4_000);
    expect(await left.relay.sweep()).toBe(1);
    expect(left.sent).toHaveLength(1);
    expect(await fakes(serverTime - 1_000).relay.sweep()).toBe(0);
    const { at } = await left.relay.next([]);
    expect(at.getTime()).toBe(serverTime);
  },
);

test('what is left of our own acknowledged batch, or of a fence, is cleared and is nothing that waits', async () => {
  const published = fakes(serverTime - 2_000, { _id: 'me' });
  await published.relay.publish(await published.relay.next([record]));
  const fenced = fakes(serverTime - 2_000, { _id: 'me', records: [], fence: true });
  for (const { relay, cleared } of [published, fenced]) {
    await relay.sweep();
    expect(cleared).toEqual(['me#1']);
    expect(relay.oldestPendingAt).toBeUndefined();
  }
  const justNow = fakes(serverTime - 500, { _id: 'me', fence: true });
  await justNow.relay.sweep();
  expect(justNow.cleared).toEqual([]);
});

test('our own batch that no broker has acknowledged stays', async () => {
  const unsent = fakes(serverTime - 60_000, { _id: 'me' });
  expect(await unsent.relay.sweep()).toBe(0);
  expect(unsent.cleared).toEqual([]);
  expect(unsent.relay.oldestPendingAt).toBe(serverTime - 60_000);
});
