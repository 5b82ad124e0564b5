import type { BaselineRecord } from './sender';
import { change, insert, writeQueue } from './durable-write';

test('records are sent and the client is answered only after the majority write', async () => {
  const written = Promise.withResolvers<never>();
  const asked: unknown[] = [];
  const seen: (BaselineRecord | 'answered')[] = [];
  const bulkWrite = (_: unknown, options: unknown) => {
    asked.push(options);
    return written.promise;
  };
  const queue = writeQueue({ bulkWrite } as never, { send: (records) => void seen.push(...records) }, 1);
  const record = { topic: 't', key: 'A', value: Buffer.from('v'), headers: {} };
  await queue.add([{ write: insert('A', {}), then: [record], done: () => void seen.push('answered') }]);
  await new Promise(setImmediate);
  expect(asked).toEqual([{ ordered: false, writeConcern: { w: 'majority', journal: true } }]);
  expect(seen).toEqual([]);
  written.resolve(undefined as never);
  await new Promise(setImmediate);
  expect(seen).toEqual(['answered', record]);
});

test('the document written is the sample under its own number', () => {
  expect(insert('A', { _id: 'sample', version: 7, state: { steps: {} } })).toEqual({
    insertOne: { document: { _id: 'A', version: 1, state: { steps: {} } } },
  });
  expect(change('A', { $set: { 'state.steps.x': { status: 'granted' } } })).toEqual({
    updateOne: {
      filter: { _id: 'A' },
      update: { $set: { 'state.steps.x': { status: 'granted' } }, $inc: { version: 1 } },
    },
  });
});
