import { type Child, killAll, startChild } from './harness/child';
import { load, stored } from './harness/load';
import { Servers, sequences, until, upTo } from '@lianban/testing';

const servers = new Servers();
beforeAll(() => servers.makeTopics('counting.v1', 'hearing.v1', 'counting.v1.hearing.dlt'));
afterEach(killAll);
afterAll(() => servers.close());

const subjects = upTo(12).map((n) => `K/${n}`);
const answered = new Map<string, number>();
const failed = new Map<string, number>();

/** A process under load that is killed once it has answered some calls. */
async function killInTheMiddle(calls: number, alsoKill: () => void): Promise<void> {
  const child = await startChild(servers, ['counting']);
  const under = load(child, subjects);
  await until('work under way', () => under.count() > calls);
  child.kill('SIGKILL');
  alsoKill();
  expect(await child.ended).toBe('SIGKILL');
  await under.stop();
  for (const [id, n] of under.answered) answered.set(id, (answered.get(id) ?? 0) + n);
  for (const [id, n] of under.failed) failed.set(id, (failed.get(id) ?? 0) + n);
}

test('killed in the middle of everything and started again, nothing is lost and nothing done twice', async () => {
  const hearing = await startChild(servers, ['hearing', 'counting.v1']);
  let again: Promise<Child> | undefined;
  await killInTheMiddle(150, () => {
    hearing.kill('SIGKILL');
    again = startChild(servers, ['hearing', 'counting.v1']);
  });
  await killInTheMiddle(90, () => undefined);
  await killInTheMiddle(40, () => undefined);
  await startChild(servers, ['counting']);
  const outbox = servers.db('counting').collection('outbox');
  await until('the outbox is empty', async () => (await outbox.countDocuments()) === 0);

  const totals = await Promise.all(subjects.map(async (id) => (await stored(servers, 'counting', id)).total));
  for (const [i, id] of subjects.entries()) {
    // A call that was not answered may have been done or not; one that was answered was done.
    expect(totals[i]).toBeGreaterThanOrEqual(answered.get(id)!);
    expect(totals[i]).toBeLessThanOrEqual(answered.get(id)! + (failed.get(id) ?? 0));
  }
  const sum = totals.reduce((all, n) => all + n, 0);
  const heard = sequences(await servers.read('counting.v1', (found) => found.length >= sum));
  // First occurrences are complete and in order; a crash may be followed by repeats, and only by repeats.
  for (const [i, id] of subjects.entries())
    expect(heard[id]!.filter((n, at, all) => all.indexOf(n) === at)).toEqual(upTo(totals[i]!));

  await again;
  const heardTotals = async () => Promise.all(subjects.map(async (id) => (await stored(servers, 'hearing', id)).total));
  await until('all of it heard', async () => (await heardTotals()).join() === totals.join());
  expect(await servers.db('hearing').collection('parked').countDocuments()).toBe(0);
});
