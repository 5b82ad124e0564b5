import { inTheClear } from '@lianban/vault';
import { type DurableRequest, DurableRequests, type DurableRequestsPorts } from './durable-requests';
import { createLog } from '@lianban/telemetry';

const howMany: DurableRequest = {
  peer: 'fruit',
  definition: {},
  method: 'howMany',
  deadlineMs: 60_000,
  request: (input) => input,
  onReply: () => ({ type: 'Answer' }) as never,
  onTimeout: () => ({ type: 'Answer' }) as never,
};
const entry = (name: string, n: number) => ({
  aggregate: 'cases',
  id: `${name}/${n}`,
  asks: [{ id: '1.0', name, input: { of: 'x' }, deadlineAt: new Date('2026-03-03') }],
});
const many = (name: string, count: number) => Array.from({ length: count }, (_, n) => entry(name, n));

/** An asker of stored questions: `due` are those a sweep finds, `looked` what it looked for. */
function askerOf(call: DurableRequestsPorts['call'], due: ReturnType<typeof entry>[] = []) {
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
  const asker = new DurableRequests({
    failureOf: () => ({ code: 'UNAVAILABLE', mayPass: true }),
    db: { now: () => now().getTime(), of: () => cases, seals: inTheClear } as unknown as DurableRequestsPorts['db'],
    aggregates: ['cases'],
    requests: { apples: howMany, pears: howMany },
    call,
    queue: { enqueue: async () => ({ is: 'duplicate' }) },
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
  asker.send(many('apples', 3_000));
  expect(asked).toBe(2_000);
  asker.send(many('pears', 10));
  expect(asked).toBe(2_010);
  await asker.sweep();
  expect(looked).toEqual([
    expect.objectContaining({ asks: { $elemMatch: { name: { $nin: ['apples', 'sealed apples'] } } } }),
  ]);
  asker.send(many('pears', 2_000));
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
