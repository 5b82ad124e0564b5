import fc from 'fast-check';
import { bareKafkajs, bareLibrary } from '../test/bare-kafkajs';
import type { OutgoingRecord } from '@lianban/record';
import { FakeBrokers, type Fate } from '../test/fake-brokers';
import { fakeTime, passDuring } from '../test/fake-time';
import { PermanentSendError, ProducerClosedError } from './errors';
import type { ProducerLibrary } from './kafkajs-producer';
import { guardedProducer, type ProducerOptions } from './producer';

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const connection = { brokers: [], clientId: 'test' };

beforeEach(fakeTime);
afterEach(() => jest.useRealTimers());

const guarded = (library: ProducerLibrary, limits?: ProducerOptions['limits']) =>
  guardedProducer({ connection, log, library, ...(limits && { limits }) });

const record = (value: string, partition = 0, topic = 't'): OutgoingRecord => {
  return { topic, key: 'case', value: Buffer.from(value), headers: {}, partition };
};
const message = (value: string, partition = 0) => {
  return { key: 'case', value: Buffer.from(value), headers: {}, partition };
};
const firstOccurrences = (written: readonly string[]) => [...new Set(written)];
const loseFirstAck = (request: number): Fate => (request === 1 ? 'lose-ack' : 'answer');

describe('kafkajs alone', () => {
  test('acknowledges a record it never wrote when an answer is lost while others are sent', async () => {
    const brokers = new FakeBrokers([1]);
    brokers.fateOf = loseFirstAck;
    const producer = await bareKafkajs(brokers);

    const sends = ['A', 'B', 'C'].map((v) => producer.sendBatch([{ topic: 't', messages: [message(v)] }]));
    await passDuring(Promise.all(sends));

    expect(brokers.logs[0]).not.toContain('B');
  });

  test('acknowledges a batch without one of its partitions when the leader moves', async () => {
    const brokers = new FakeBrokers([1, 2]);
    const producer = await bareKafkajs(brokers);
    brokers.leaders[1] = 1;

    const messages = [message('A', 0), message('B', 1)];
    const answer = await passDuring(producer.sendBatch([{ topic: 't', messages }]));

    expect(answer.map(({ partition }) => partition)).toEqual([0]);
    expect(brokers.logs).toEqual([['A'], []]);
  });
});

describe('the guarded producer', () => {
  test('loses nothing when an answer is lost while others are sent', async () => {
    const brokers = new FakeBrokers([1]);
    brokers.fateOf = loseFirstAck;
    const producer = guarded(bareLibrary(brokers));

    const a = producer.send([record('A')]);
    await until(() => brokers.requests === 1);
    await passDuring(Promise.all([a, producer.send([record('B')]), producer.send([record('C')])]));

    expect(brokers.logs[0]).toEqual(['A', 'B', 'C']);
  });

  test('writes every partition when a leader moves', async () => {
    const brokers = new FakeBrokers([1, 2]);
    const producer = guarded(bareLibrary(brokers));
    await passDuring(producer.send([record('A', 0), record('B', 1)]));
    brokers.leaders[1] = 1;

    await passDuring(producer.send([record('C', 0), record('D', 1)]));

    expect(brokers.logs.map(firstOccurrences)).toEqual([
      ['A', 'C'],
      ['B', 'D'],
    ]);
  });

  test('sends together, in order, what was handed over while a batch was on its way', async () => {
    const brokers = new FakeBrokers([1]);
    const producer = guarded(bareLibrary(brokers));

    const a = producer.send([record('A')]);
    await until(() => brokers.requests === 1);
    await passDuring(Promise.all([a, ...['B', 'C', 'D'].map((value) => producer.send([record(value)]))]));

    expect(brokers.logs[0]).toEqual(['A', 'B', 'C', 'D']);
    expect(brokers.requests).toBe(2);
  });

  test('sends again, with a new producer, when the offset did not rise', async () => {
    const answers = ['7', '7', '9'];
    const sent: number[] = [];
    let opened = 0;
    const producer = guarded({
      partitionCount: async () => 1,
      open: async () => {
        const id = (opened += 1);
        return {
          sendBatch: async () => {
            sent.push(id);
            return [{ topicName: 't', partition: 0, errorCode: 0, baseOffset: answers.shift() ?? '-1' }];
          },
          disconnect: async () => undefined,
        };
      },
    });

    await passDuring(producer.send([record('A')]));
    await passDuring(producer.send([record('B')]));

    expect(sent).toEqual([1, 1, 2]);
  });

  test('gives up on a send that never answers and sends again', async () => {
    const brokers = new FakeBrokers([1]);
    const library = bareLibrary(brokers);
    let opened = 0;
    let hungClosed = 0;
    const producer = guarded({
      ...library,
      open: async () => {
        opened += 1;
        if (opened > 1) return library.open();
        return {
          sendBatch: () => new Promise(() => undefined),
          disconnect: async () => {
            hungClosed += 1;
          },
        };
      },
    });

    await passDuring(producer.send([record('A')]));

    expect(brokers.logs[0]).toEqual(['A']);
    expect(hungClosed).toBe(1);
  });

  test('refuses a record too large for the topic, and only the call that brought it', async () => {
    const brokers = new FakeBrokers([1]);
    brokers.largestRecord = 3;
    const producer = guarded(bareLibrary(brokers));

    const calls = ['A', 'B', 'far too large', 'D', 'E'].map((value) => producer.send([record(value)]));

    await expect(passDuring(calls[2]!)).rejects.toThrow(PermanentSendError);
    await expect(calls[2]).rejects.toMatchObject({ topic: 't', partition: 0, bytes: expect.any(Number) });
    await passDuring(Promise.all([calls[0], calls[1], calls[3], calls[4]]));
    expect(firstOccurrences(brokers.logs[0] ?? [])).toEqual(['A', 'B', 'D', 'E']);
  });

  test('refuses a record beyond its own limit before anything is sent', async () => {
    const brokers = new FakeBrokers([1]);
    const producer = guarded(bareLibrary(brokers));

    const sent = producer.send([record('A'), record('x'.repeat(1_000_000))]);
    await expect(sent).rejects.toThrow(/topic t, 10000\d\d bytes/);
    expect(brokers.requests).toBe(0);
  });

  test('splits what is larger than one batch and keeps its order', async () => {
    const brokers = new FakeBrokers([1]);
    const producer = guarded(bareLibrary(brokers), { records: 4, bytes: 300 });
    const values = Array.from({ length: 30 }, (_, i) => `${i}`);

    await passDuring(producer.send(values.map((value) => record(value))));

    expect(brokers.logs[0]).toEqual(values);
    expect(brokers.requests).toBeGreaterThanOrEqual(8);
  });

  test('refuses an unknown topic after the grace, and lets the others pass', async () => {
    const brokers = new FakeBrokers([1]);
    const producer = guarded(bareLibrary(brokers));

    const lost = producer.send([record('A', 0, 'no-such-topic')]);
    const other = producer.send([record('B')]);

    await expect(passDuring(lost)).rejects.toThrow(/no such topic.*no-such-topic/);
    await passDuring(other);
    expect(brokers.logs[0]).toEqual(['B']);
  });

  test('waits for a topic that was created a moment ago', async () => {
    const brokers = new FakeBrokers([1]);
    const library = bareLibrary(brokers);
    let asked = 0;
    const partitionCount = async () => ((asked += 1) > 2 ? 1 : undefined);
    const producer = guarded({ ...library, partitionCount });

    await passDuring(producer.send([record('A')]));

    expect(brokers.logs[0]).toEqual(['A']);
  });

  test('goes by the partition count it knows while the broker cannot be asked, and asks once a topic', async () => {
    const brokers = new FakeBrokers([1, 1]);
    const library = bareLibrary(brokers);
    let asked = 0;
    const partitionCount = async (topic: string) =>
      (asked += 1) === 1 ? library.partitionCount(topic) : Promise.reject(new Error('connect ECONNREFUSED'));
    const producer = guarded({ ...library, partitionCount });

    await passDuring(producer.send([record('A')]));
    jest.advanceTimersByTime(300_000);
    await passDuring(producer.send([record('B'), record('C', 1), record('D')]));

    expect(brokers.logs).toEqual([['A', 'B', 'D'], ['C']]);
    expect(asked).toBe(2);
  });

  test('refuses a partition the topic does not have', async () => {
    const producer = guarded(bareLibrary(new FakeBrokers([1])));

    await expect(producer.send([record('A', 5)])).rejects.toThrow(/no such partition.*topic t, partition 5/);
  });

  test('finishes what it was given before it closes, and then takes no more', async () => {
    const brokers = new FakeBrokers([1]);
    const producer = guarded(bareLibrary(brokers));

    const sent = producer.send([record('A')]);
    await passDuring(producer.close());
    await sent;

    expect(brokers.logs[0]).toEqual(['A']);
    await expect(producer.send([record('B')])).rejects.toThrow(ProducerClosedError);
  });

  test('does not wait for ever for a broker that is down when it closes', async () => {
    const open = async () => Promise.reject(new Error('connect ECONNREFUSED'));
    const producer = guarded({ open, partitionCount: async () => 1 });

    const sent = expect(producer.send([record('A')])).rejects.toThrow(ProducerClosedError);
    await passDuring(producer.close());
    await sent;
  });

  test('keeps order and loses nothing under random faults', async () => {
    const fate = fc.constantFrom<Fate>('answer', 'lose-ack', 'lose-request');
    const step = fc.record({ partition: fc.nat(2), records: fc.integer({ min: 1, max: 4 }), wait: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 30 }),
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(2), fc.constantFrom(1, 2)), { maxLength: 4 }),
        async (fates, steps, moves) => {
          const brokers = new FakeBrokers([1, 2, 1]);
          brokers.fateOf = (request) => {
            for (const [at, partition, leader] of moves) if (at === request) brokers.leaders[partition] = leader;
            return fates[request - 1] ?? 'answer';
          };
          const producer = guarded(bareLibrary(brokers), { records: 6, bytes: 1_000_000 });
          const expected: string[][] = [[], [], []];
          const calls: Promise<void>[] = [];
          for (const [i, { partition, records, wait }] of steps.entries()) {
            const values = Array.from({ length: records }, (_, n) => `${i}.${n}`);
            // Every call also touches the neighbour, so that batches span partitions.
            const batch = values.flatMap((v) => [record(v, partition), record(v, (partition + 1) % 3)]);
            for (const { value, partition: p = 0 } of batch) expected[p]?.push(value.toString());
            calls.push(producer.send(batch));
            if (wait) await until(() => brokers.requests > i);
          }
          await passDuring(Promise.all(calls));
          expect(brokers.logs.map(firstOccurrences)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 200 && !holds(); turns += 1) await jest.advanceTimersByTimeAsync(10);
}
