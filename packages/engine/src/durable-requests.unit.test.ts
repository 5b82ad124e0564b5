import { Asker, type AskerPorts, type Call } from './durable-requests';
import type { Question } from './durable-request';
import { createLog } from '@lianban/telemetry';

const howMany: Question = {
  peer: 'fruit',
  definition: {},
  method: 'howMany',
  deadlineMs: 60_000,
  request: (input) => input,
  learnt: () => ({ type: 'Answer' }) as never,
  gaveUp: () => ({ type: 'Answer' }) as never,
};
const entry = (name: string, n: number) => ({
  kind: 'cases',
  id: `${name}/${n}`,
  asks: [{ id: '1.0', name, input: { of: 'x' }, deadlineAt: new Date('2026-03-03') }],
});
const many = (name: string, count: number) => Array.from({ length: count }, (_, n) => entry(name, n));

/** An asker of stored questions: `due` are those a sweep finds, `looked` what it looked for. */
function askerOf(call: Call, due: ReturnType<typeof entry>[] = []) {
  const looked: object[] = [];
  const cases = {
    find: (filter: object) => {
      looked.push(filter);
      return { sort: () => ({ limit: (most: number) => ({ toArray: async () => page(due.splice(0, most)) }) }) };
    },
    updateMany: async () => ({}),
  };
  const page = (found: ReturnType<typeof entry>[]) => found.map(({ id, asks }) => ({ _id: id, asks }));
  const now = () => new Date('2026-03-02');
  const asker = new Asker({
    failureOf: () => ({ code: 'UNAVAILABLE', mayPass: true }),
    db: { now: () => now().getTime(), of: () => cases } as unknown as AskerPorts['db'],
    kinds: ['cases'],
    questions: { apples: howMany, pears: howMany },
    call,
    line: { enqueue: async () => ({ is: 'duplicate' }) },
    now,
    log: createLog('test', 'silent'),
  });
  return { asker, looked };
}

test('while a peer hangs, only so many questions for it are in memory, and others are asked', async () => {
  let asked = 0;
  const { asker, looked } = askerOf(() => {
    asked++;
    return new Promise(() => undefined);
  });
  asker.ask(many('apples', 3_000));
  expect(asked).toBe(2_000);
  asker.ask(many('pears', 10));
  expect(asked).toBe(2_010);
  await asker.sweep();
  expect(looked).toEqual([expect.objectContaining({ asks: { $elemMatch: { name: { $nin: ['apples'] } } } })]);
  asker.ask(many('pears', 2_000));
  await asker.sweep();
  expect(looked).toHaveLength(1);
});

test('what had no room is taken up from where it is stored, page by page, once there is room', async () => {
  const asked: string[] = [];
  const due = many('apples', 1_050);
  const { asker, looked } = askerOf(async () => void asked.push('apples'), due);
  await asker.sweep();
  expect(asked).toHaveLength(1_050);
  expect(looked).toHaveLength(6);
  expect(looked[0]).not.toHaveProperty('asks');
});
