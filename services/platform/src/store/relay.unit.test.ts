import { encodeContents } from '../kafka/record-encoding';
import { createLog } from '../telemetry';
import type { OutboxRecord } from './document';
import type { Database } from './mongo';
import { Relay } from './relay';

const serverTime = new Date('2026-11-23T10:00:00Z').getTime();
const record = { topic: 't', contents: encodeContents({ key: 'k', value: Buffer.alloc(1), headers: {} }) };

/** An outbox that holds one batch of another process, by a server whose clock every process shares. */
function fakes(at: number) {
  const waiting = [{ _id: 'other', batch: 1, at: new Date(at), records: [record] }];
  const find = () => ({ sort: () => ({ toArray: async () => waiting }), toArray: async () => waiting });
  const outbox = { find, findOne: async () => waiting[0], deleteOne: async () => ({ deletedCount: 1 }) };
  const db = { now: () => serverTime, outbox, takenOver: { updateOne: async () => undefined } } as unknown as Database;
  const sent: (readonly OutboxRecord[])[] = [];
  return { sent, relay: new Relay(db, 'me', async (records) => void sent.push(records), createLog('test', 'silent')) };
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
