import { type Typed, aggregateType, isRefusal } from '@lianban/model';
import { Servers, type Tally, type TallyCommand, sequences, tally, upTo } from '@lianban/testing';
import type { Running } from '../src/start-service';
import { add, done, startTallies, stopAll, totalOf, tell } from './harness/counting';

const servers = new Servers();
beforeAll(() => servers.makeTopics('counting.v1', 'unique.v1'));
afterEach(stopAll);
afterAll(() => servers.close());

const inSmallBatches = (size: number) => startTallies(servers, 'counting', {}, { BATCH_MAX_COMMANDS: String(size) });

test('two processes that race on one document lose nothing, and tell every change once and in order', async () => {
  const [one, two] = [await inSmallBatches(5), await inSmallBatches(5)];

  const adds = [one, two].flatMap((service) => upTo(200).map(() => add(service, 'A/race').then(done)));
  const versions = (await Promise.all(adds)).map(({ version }) => version);

  expect(await totalOf(one, 'A/race')).toBe(400);
  expect(new Set(versions).size).toBe(400);
  const heard = await servers.read('counting.v1', (found) => found.length >= 400);
  expect(sequences(heard)).toEqual({ 'A/race': upTo(400) });
});

test('two first writes of one document are a lost race, not an error', async () => {
  const [one, two] = [await inSmallBatches(1), await inSmallBatches(1)];

  const ids = upTo(30).map((n) => `A/first-${n}`);
  await Promise.all(ids.flatMap((id) => [add(one, id).then(done), add(two, id).then(done)]));

  expect(await Promise.all(ids.map((id) => totalOf(two, id)))).toEqual(ids.map(() => 2));
});

test('what one process remembers of its own writes never answers for what another has changed since', async () => {
  const [one, two] = [await startTallies(servers, 'counting'), await startTallies(servers, 'counting')];
  const addSeen = (ifVersion: number) => tell(one, 'A/remembered', { type: 'Add', amount: 1 }, { ifVersion });

  expect(done(await add(one, 'A/remembered')).version).toBe(1);
  expect(done(await add(two, 'A/remembered')).version).toBe(2);

  expect(done(await addSeen(2)).version).toBe(3);
  expect(await addSeen(1)).toMatchObject({ refused: 'version-conflict' });
  expect(await totalOf(two, 'A/remembered')).toBe(3);
});

test('a unique index refuses the second, and only the second, in a batch of many', async () => {
  const UNIQUE = aggregateType<Tally, TallyCommand, Typed>('unique');
  const unique = { ...tally, name: UNIQUE.name, indexes: [{ fields: { 'state.total': 1 }, unique: true } as const] };
  const service = await startTallies(servers, 'unique', { aggregates: [unique] });

  const amounts = [1, 2, 2, 3, 4, 5];
  const answers = await Promise.all(
    amounts.map((amount, i) => service.app.dispatch(UNIQUE, `A/u-${i}`, { type: 'Add', amount })),
  );

  expect(answers.map((answer) => (isRefusal(answer) ? answer.refused : 'done'))).toEqual([
    ...['done', 'done', 'not-unique', 'done', 'done', 'done'],
  ]);
  expect(service.isReady()).toBe(true);
});

test('a command to an aggregate the service does not have fails at once, and alone', async () => {
  const service = await startTallies(servers, 'counting');
  const wrong = service.app.dispatch(aggregateType('nothing'), 'A/x', { type: 'Ring' });
  const right = add(service, 'A/right');

  await expect(wrong).rejects.toThrow('no aggregate "nothing"');
  expect(done(await right).version).toBe(1);
});

test('numbers of a series are unique over two processes and rise in each', async () => {
  const [one, two] = [await startTallies(servers, 'counting'), await startTallies(servers, 'counting')];

  const take = (service: Running) => Promise.all(upTo(150).map(() => service.app.nextNumber('applications')));
  const [of1, of2] = await Promise.all([take(one), take(two)]);

  expect(new Set([...of1, ...of2]).size).toBe(300);
  for (const numbers of [of1, of2]) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});
