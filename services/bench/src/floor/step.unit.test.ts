import type { FloorRecord } from './sender';
import { insert, stepLine } from './step';

test('a record is sent, and the applicant answered, only when its write is durable on a majority', async () => {
  const written = Promise.withResolvers<never>();
  const asked: unknown[] = [];
  const seen: (FloorRecord | 'answered')[] = [];
  const bulkWrite = (_: unknown, options: unknown) => {
    asked.push(options);
    return written.promise;
  };
  const line = stepLine({ bulkWrite } as never, { send: (records) => void seen.push(...records) }, 1);
  await line.add([
    { write: insert('A', 100), then: [{ topic: 't', key: 'A' }], done: () => void seen.push('answered') },
  ]);
  await new Promise(setImmediate);
  expect(asked).toEqual([{ ordered: false, writeConcern: { w: 'majority', journal: true } }]);
  expect(seen).toEqual([]);
  written.resolve(undefined as never);
  await new Promise(setImmediate);
  expect(seen).toEqual(['answered', { topic: 't', key: 'A' }]);
});
