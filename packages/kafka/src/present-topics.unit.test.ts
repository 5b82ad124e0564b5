import { fakeTime, passDuring, passUntil } from '../test/fake-time';
import { PresentTopics } from './present-topics';

beforeEach(fakeTime);
afterEach(() => jest.useRealTimers());

/** Three topics, of which the cluster lacks what each answer says; the last answer stays. */
function topics(...answers: readonly (readonly string[] | Error)[]) {
  const told: (readonly string[])[] = [];
  let asked = 0;
  const present = new PresentTopics({
    topics: ['a.v1', 'b.v1', 'c.v1'],
    missing: async (wanted) => {
      const answer = answers[Math.min(asked++, answers.length - 1)]!;
      if (answer instanceof Error) throw answer;
      return Promise.resolve(answer.filter((topic) => wanted.includes(topic)));
    },
    onMissing: (missing) => told.push(missing),
  });
  return { present, told };
}

test('where all are there nothing is told, and it is certain', async () => {
  const { present, told } = topics([]);
  expect(present.certain).toBeUndefined();
  expect(await present.look()).toEqual(['a.v1', 'b.v1', 'c.v1']);
  expect(present.certain).toEqual(['a.v1', 'b.v1', 'c.v1']);
  expect(told).toEqual([]);
});

test('one that is missing is told of once, and is missing for certain only after a while', async () => {
  const { present, told } = topics(['b.v1']);
  expect(await present.look()).toEqual(['a.v1', 'c.v1']);
  expect(present.certain).toBeUndefined();
  await present.look();
  expect(told).toEqual([['b.v1']]);
  await passUntil(() => present.certain !== undefined);
  expect(present.certain).toEqual(['a.v1', 'c.v1']);
});

test('it is noticed when it comes, also past a broker that does not answer', async () => {
  const { present, told } = topics(['b.v1', 'c.v1'], ['b.v1', 'c.v1'], new Error('away'), ['c.v1']);
  await present.look();
  await passDuring(present.changed(new AbortController().signal));
  expect(await present.look()).toEqual(['a.v1', 'b.v1']);
  expect(told).toEqual([['b.v1', 'c.v1'], ['c.v1']]);
});

test('one that is added ends the session, also when it was added during the look', async () => {
  const { present } = topics(['b.v1'], []);
  await present.look();
  const changed = present.changed(new AbortController().signal);
  present.add(['a.v1', 'd.v1']);
  await changed;
  expect(await present.look()).toEqual(['a.v1', 'b.v1', 'c.v1', 'd.v1']);
  const looked = present.look();
  present.add(['e.v1']);
  await looked;
  await present.changed(new AbortController().signal);
  expect(await present.look()).toContain('e.v1');
});

test('whoever stops looks no more', async () => {
  const { present } = topics(['b.v1']);
  await present.look();
  const ended = new AbortController();
  const created = present.changed(ended.signal);
  ended.abort();
  await created;
});
