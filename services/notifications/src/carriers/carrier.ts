import type { Channel } from '../domain/channel';
import type { SendingOutcome } from '../domain/notice';

export interface Message {
  /** The same for every attempt: whoever carries it recognises a repetition by it. */
  readonly id: string;
  readonly to: string;
  readonly title: string;
  readonly text: string;
}

export interface Carried {
  readonly outcome: SendingOutcome;
  readonly code: string;
}

/** One way to reach somebody. Never throws: whatever goes wrong is an outcome. */
export interface Carrier {
  readonly channel: Channel;
  carry(message: Message): Promise<Carried>;
}
