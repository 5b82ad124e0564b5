import { createLog } from '@lianban/telemetry';
import { CommandQueue, type RunBatch, SplitBatch } from './command-queue';
import type { Outcome, CommandEnvelope } from './command-envelope';

const done: Outcome = { is: 'done', id: 'A', state: {}, version: 1, events: [] };
const away = new Error('the database is away');
const work = (id: string, more: Partial<CommandEnvelope> = {}): CommandEnvelope => ({
  addressed: { aggregate: 'tallies', id, command: { type: 'Add' } },
  ...more,
});
const ids = (works: readonly CommandEnvelope[]) => works.map(({ addressed: order }) => order.id);

/** A line whose batches `run` sees, and the batches it saw. */
function lineOf(run: RunBatch, maxCommands = 100) {
  const batches: string[][] = [];
  const seen: RunBatch = (works, stillTrying) => {
    batches.push(ids(works));
    return run(works, stillTrying);
  };
  const log = createLog('test', 'silent');
  return { line: new CommandQueue(seen, { maxCommands, isPassing: (error) => error === away, log }), batches };
}
const works = async (them: readonly CommandEnvelope[]) => them.map(() => done);

test('what waits together is one batch, and what comes meanwhile is the next', async () => {
  const first = Promise.withResolvers<void>();
  const { line, batches } = lineOf(async (them) => {
    if (them[0]!.addressed.id === 'a') await first.promise;
    return works(them);
  });

  const both = [line.enqueue(work('a')), line.enqueue(work('b'))];
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  const later = ['c', 'd', 'e'].map((id) => line.enqueue(work(id)));
  first.resolve();
  await Promise.all([...both, ...later]);

  expect(batches).toEqual([
    ['a', 'b'],
    ['c', 'd', 'e'],
  ]);
  expect(line.isBusy).toBe(false);
});

test('while something is away the batch is tried again, the line says so, and nobody is blamed', async () => {
  let tries = 0;
  const failing: boolean[] = [];
  const { line } = lineOf(async (them) => {
    failing.push(line.failing);
    if (++tries <= 7) throw away;
    return works(them);
  });

  expect(await line.enqueue(work('a'))).toBe(done);
  expect(failing).toEqual([false, ...Array.from({ length: 7 }, () => true)]);
  expect(line.failing).toBe(false);
});

test('the one piece a batch fails of is found, the others are done in their order, and the line is well again', async () => {
  const { line, batches } = lineOf(async (them) => {
    if (ids(them).includes('bad')) throw new Error('no such thing');
    return works(them);
  });

  const outcomes = await Promise.all(['a', 'b', 'bad', 'c'].map((id) => line.enqueue(work(id))));

  expect(outcomes.map(({ is }) => is)).toEqual(['done', 'done', 'broken', 'done']);
  const succeeded = batches.filter((batch) => !batch.includes('bad')).flat();
  expect(succeeded).toEqual(['a', 'b', 'c']);
  expect(line.failing).toBe(false);
});

test('a batch that is to be taken apart is, without trying it again', async () => {
  const { line, batches } = lineOf(async (them) => {
    if (them.length > 2) throw new SplitBatch('too large');
    return works(them);
  });

  await Promise.all(['a', 'b', 'c', 'd'].map((id) => line.enqueue(work(id))));

  expect(batches).toEqual([
    ['a', 'b', 'c', 'd'],
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('work nobody waits for any more is not done', async () => {
  const gone = AbortSignal.abort();
  const { line, batches } = lineOf(works);

  const [outcome] = await Promise.all([line.enqueue(work('a', { signal: gone })), line.enqueue(work('b'))]);

  expect(outcome).toMatchObject({ is: 'refused', refusal: { refused: 'caller-gone' } });
  expect(batches).toEqual([['b']]);
});

test('when too many wait, people are told at once, and records still get in', async () => {
  const open = Promise.withResolvers<void>();
  const { line } = lineOf((them) => open.promise.then(() => works(them)), 10_000);
  const waiting = Array.from({ length: 5_000 }, (_, n) => line.enqueue(work(String(n))));

  const person = await line.enqueue(work('a'));
  const record = line.enqueue(work('b', { source: { subject: 'elsewhere:b', sequence: 1 } }));
  open.resolve();

  expect(person).toMatchObject({ is: 'refused', refusal: { refused: 'overloaded' } });
  expect(await record).toBe(done);
  await Promise.all(waiting);
});

test('closing takes nothing new and finishes what was taken', async () => {
  const { line } = lineOf(works);
  const taken = line.enqueue(work('a'));

  const closed = line.close();
  const late = await line.enqueue(work('b'));
  await closed;

  expect(late).toMatchObject({ refusal: { refused: 'stopping' } });
  expect(await taken).toBe(done);
});

test('abandoned, it answers what it cannot finish', async () => {
  const { line } = lineOf(async () => {
    throw away;
  });
  const taken = line.enqueue(work('a'));
  const closed = line.close();

  line.abandon();

  expect(await taken).toMatchObject({ refusal: { refused: 'stopping' } });
  await closed;
});
