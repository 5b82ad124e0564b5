import { pause } from '@lianban/backoff';
import { type CommitOffset, OffsetCommitter } from './offset-committer';

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

function committer(failures: number) {
  const told: CommitOffset[][] = [];
  let left = failures;
  const commit = async (offsets: CommitOffset[]) => {
    told.push(offsets);
    await Promise.resolve();
    if (left-- > 0) throw new Error('the coordinator did not answer');
  };
  return { told, offsets: new OffsetCommitter(commit, 5, log) };
}

const last = [{ topic: 'permits.v1', partition: 0, offset: '8' }];

test('what could not be committed is committed again, also when no further record comes', async () => {
  const { told, offsets } = committer(2);
  offsets.handled('permits.v1', 0, '8');
  while (told.length < 3) await pause(1);
  await offsets.flush();
  expect(told).toEqual([last, last, last]);
  offsets.close();
});

test('a committer that was closed meanwhile tries no more', async () => {
  const { told, offsets } = committer(9);
  offsets.handled('permits.v1', 0, '8');
  while (told.length < 1) await pause(1);
  offsets.close();
  await offsets.flush();
  expect(told).toEqual([last]);
});
