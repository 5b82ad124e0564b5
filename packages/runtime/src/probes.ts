import type { CommandQueue, Database, Relay } from '@lianban/engine';
import type { Consumer } from '@lianban/kafka';

export interface ProbedParts {
  readonly queue: Pick<CommandQueue, 'isBusy' | 'failing' | 'progressAt'>;
  readonly relay: Pick<Relay, 'sendingSince'>;
  readonly db: Pick<Database, 'isUp'>;
  readonly consumer: Pick<Consumer, 'progress'> | undefined;
  /** Started and not stopping; a rebalance does not change it. */
  readonly isOpen: () => boolean;
}

const stuckAfterMs = 120_000;
// After so long without an acknowledgement, calls should go to another process.
const unreadyAfterMs = 5_000;

const isSince = (at: number | undefined, ms: number) => at !== undefined && Date.now() - at > ms;

/**
 * Ready: a call made now can be carried out now. Live: the process makes progress, or waits for a server that is away, which
 * a restart of this process would not help.
 */
export function probesOf({ queue, relay, db, consumer, isOpen }: ProbedParts) {
  const isWaiting = () => queue.failing || relay.sendingSince !== undefined || !db.isUp();
  const isStuck = () =>
    (queue.isBusy && isSince(queue.progressAt, stuckAfterMs)) ||
    isSince(consumer?.progress().lastProgressAt, stuckAfterMs);
  return {
    ready: () => isOpen() && db.isUp() && !queue.failing && !isSince(relay.sendingSince, unreadyAfterMs),
    live: () => isWaiting() || !isStuck(),
  };
}
