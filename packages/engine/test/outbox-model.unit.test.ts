import fc from 'fast-check';
import { CommandQueue } from '../src/command-queue';
import { batchRunner } from '../src/run-batch';
import { tally } from '@lianban/testing';
import { Relay } from '../src/outbox';
import { isPassing } from '@lianban/mongo';
import { createLog } from '@lianban/telemetry';
import { casework } from '@lianban/protos';
import { World } from './world';

const log = createLog('test', 'silent');
const aggregates = new Map([[tally.name, tally]]);
const context = { service: 'lines', topic: 'lines.v1', aggregates, requestTimeoutMs: () => 1_000 };
const subjects = ['A/x', 'A/y', 'B/z'];
const commands = 18;

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] }));
afterEach(() => jest.useRealTimers());

interface Process {
  readonly id: string;
  readonly line: CommandQueue;
  readonly relay: Relay;
}

function startProcess(world: World, id: string): Process {
  const db = world.databaseOf(id);
  const relay = new Relay(db, id, (records) => world.send(id, records), log);
  const ports = { db, relay, context, now: () => new Date(), log, onCommitted: () => undefined };
  const run = batchRunner({ ...ports, commit: world.commit(id) });
  return { id, relay, line: new CommandQueue(run, { maxCommands: 4, isPassing, log }) };
}

const settleMicrotasks = async () => {
  for (let i = 0; i < 3; i++) await new Promise(setImmediate);
};
/** Small fast generator of numbers below 1, so that a seed is a history. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Three processes and their heirs under random faults; then everything is well again, and one more process sweeps. */
async function history(seed: number) {
  const random = randomOf(seed);
  const world = new World(random);
  world.faults = { crash: 0.01, lostAnswer: 0.06 };
  let started = 0;
  const start = () => startProcess(world, `p${++started}`);
  const processes = [start(), start(), start()];
  const done = new Map<string, number>(subjects.map((id) => [id, 0]));
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;

  // Each command adds a power of two: what a total is made of can be read from it.
  const submit = (n: number) => {
    const [id, amount] = [pick(subjects), 2 ** n];
    const addressed = { aggregate: 'tallies', id, command: { type: 'Add', amount } as never };
    // A partition that changes hands brings a record to two processes.
    const isRecord = random() < 0.3;
    const work = isRecord ? { addressed, source: { subject: `record ${n}`, sequence: 1 } } : { addressed };
    for (const { line } of isRecord ? [pick(processes), pick(processes)] : [pick(processes)])
      void line.enqueue(work).then(({ is }) => is === 'done' && done.set(id, done.get(id)! + amount));
  };
  const turn = async () => {
    const chance = random();
    if (chance < 0.06) jest.advanceTimersByTime(random() < 0.3 ? 4_000 : 20);
    else if (chance < 0.09)
      pick(processes)
        .relay.sweep()
        .catch(() => undefined);
    else world.step();
    await settleMicrotasks();
    for (const [i, { id }] of processes.entries()) if (world.dead.has(id)) processes[i] = start();
  };

  for (let n = 0; n < commands; n++) {
    submit(n);
    for (let turns = Math.floor(random() * 12); turns > 0; turns--) await turn();
  }
  world.faults = { crash: 0, lostAnswer: 0 };
  const isBusy = () => !world.isIdle || processes.some(({ line }) => line.isBusy);
  for (let turns = 0; isBusy(); turns++) {
    if (turns > 3_000) throw new Error('it does not come to rest');
    jest.advanceTimersByTime(30);
    world.step();
    await settleMicrotasks();
  }
  const sweeps = async (sweepers: readonly Process[]) => {
    const relays = new Set(sweepers.map(({ relay }) => relay));
    for (const relay of relays) void relay.sweep().then(() => relays.delete(relay));
    while (relays.size > 0 || !world.isIdle) {
      world.step();
      await settleMicrotasks();
    }
  };
  jest.advanceTimersByTime(2_000);
  await sweeps(processes.filter(({ id }) => !world.dead.has(id)));
  const leftByTheLiving = processes.filter(({ id }) => world.outbox.has(id) && !world.dead.has(id)).length;
  jest.advanceTimersByTime(10_000);
  await sweeps([start()]);
  return { world, done, leftByTheLiving, processes: started };
}

const amountOf = (value: Buffer) => Number.parseInt(casework.v1.ClockPaused.decode(value).reason, 10);

/** What is wrong with a history, in words. */
function faultsOf({ world, done }: Awaited<ReturnType<typeof history>>): string[] {
  return subjects.flatMap((id) => {
    const wrong: string[] = [];
    const first = new Map<number, number>();
    for (const { headers, value } of world.topic)
      if (headers['ce_subject'] === id) {
        const sequence = Number(headers['ce_sequence']);
        if (first.has(sequence) && first.get(sequence) !== amountOf(value))
          wrong.push(`${id}: ${sequence} told two ways`);
        if (!first.has(sequence) && sequence !== first.size + 1) wrong.push(`${id}: ${sequence} after ${first.size}`);
        first.set(sequence, amountOf(value));
      }
    const total = (world.tallies.get(id)?.state as { total: number } | undefined)?.total ?? 0;
    const told = [...first.values()].reduce((sum, amount) => sum + amount, 0);
    if (told !== total) wrong.push(`${id}: told ${told} of ${total}`);
    if (new Set(first.values()).size !== first.size) wrong.push(`${id}: done twice`);
    if ((total & done.get(id)!) !== done.get(id)) wrong.push(`${id}: answered ${done.get(id)}, has ${total}`);
    return wrong;
  });
}

test('whoever dies, stalls or is not answered: every change is told, in order, and nothing is done twice', async () => {
  let processes = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
      const told = await history(seed);
      processes += told.processes - 4;
      expect(faultsOf(told)).toEqual([]);
      expect(told.leftByTheLiving).toBe(0);
      expect(told.world.outbox.size).toBe(0);
    }),
    { numRuns: 500, endOnFailure: true },
  );
  // The model kills enough of them to mean something.
  expect(processes).toBeGreaterThan(100);
}, 60_000);
