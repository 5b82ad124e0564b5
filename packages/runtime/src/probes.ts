import type { Line, Database, Relay } from '@lianban/engine';
import type { Consumer } from '@lianban/kafka';

export interface Watched {
  readonly line: Pick<Line, 'isBusy' | 'failing' | 'progressAt'>;
  readonly relay: Pick<Relay, 'sendingSince'>;
  readonly db: Pick<Database, 'isUp'>;
  readonly consumer: Pick<Consumer, 'progress'> | undefined;
  /** Whether it is done with starting and has not begun to stop. A rebalance changes nothing in that. */
  readonly isOpen: () => boolean;
}

const stuckAfterMs = 120_000;
// When the broker answers nothing for so long, callers had better be sent elsewhere, or told at once.
const unreadyAfterMs = 5_000;

const isSince = (at: number | undefined, ms: number) => at !== undefined && Date.now() - at > ms;

/**
 * Ready: what is asked now can be done now. Live: it makes progress, or waits for a server that is away, which being
 * started anew would not bring back.
 */
export function probesOf({ line, relay, db, consumer, isOpen }: Watched) {
  const isWaiting = () => line.failing || relay.sendingSince !== undefined || !db.isUp();
  const isStuck = () =>
    (line.isBusy && isSince(line.progressAt, stuckAfterMs)) ||
    isSince(consumer?.progress().lastProgressAt, stuckAfterMs);
  return {
    ready: () => isOpen() && db.isUp() && !line.failing && !isSince(relay.sendingSince, unreadyAfterMs),
    live: () => isWaiting() || !isStuck(),
  };
}
