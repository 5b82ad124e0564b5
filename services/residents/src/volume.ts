import { randomBytes } from 'node:crypto';
import type { Clock } from '@lianban/runtime';
import { idOf, segmentMs, segmentName } from '@lianban/audit-log';

/**
 * The ids of one process's reads: numbers 1, 2, 3 … in a volume only this process writes. It has one line, which commits in the
 * order it was asked, so whoever sees a read sees all of its volume before it, and a page is known to leave nothing out
 * behind it – without waiting for anybody, and without a clock that all would have to agree on.
 * @returns gives the next id; ask for it in the same turn of the event loop in which the read is ordered
 */
export function openVolume(clock: Pick<Clock, 'serverNow'>): () => string {
  let volume = '';
  let begun = -Infinity;
  let n = 0;
  return () => {
    const now = clock.serverNow();
    if (now.getTime() - begun >= segmentMs) {
      volume = segmentName(now, randomBytes(4).toString('hex'));
      begun = now.getTime();
      n = 0;
    }
    n += 1;
    return idOf({ volume, n });
  };
}
