import { fakeTime, passUntil } from '../test/fake-time';
import { type CommitOffset, OffsetCommitter } from './offset-committer';

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

beforeEach(fakeTime);
afterEach(() => jest.useRealTimers());

function committer(failures: number) {
  const commits: CommitOffset[][] = [];
  let left = failures;
  const commit = async (offsets: CommitOffset[]) => {
    commits.push(offsets);
    await Promise.resolve();
    if (left-- > 0) throw new Error('the coordinator did not answer');
  };
  return { commits, offsets: new OffsetCommitter(commit, log) };
}

const last = [{ topic: 'permits.v1', partition: 0, offset: '8' }];

test('what could not be committed is committed again, also when no further record comes', async () => {
  const { commits, offsets } = committer(2);
  offsets.handled('permits.v1', 0, '8');
  await passUntil(() => commits.length === 3);
  await offsets.flush();
  expect(commits).toEqual([last, last, last]);
  offsets.close();
});

test('a committer that was closed meanwhile tries no more', async () => {
  const { commits, offsets } = committer(9);
  offsets.handled('permits.v1', 0, '8');
  await passUntil(() => commits.length === 1);
  offsets.close();
  await offsets.flush();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(commits).toEqual([last]);
});
