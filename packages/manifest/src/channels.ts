import { ownMessages } from './proto-files';
import type { Speaker } from './service';

/** A topic with who says something on it and what, and who hears it. */
export interface Channel {
  readonly topic: string;
  readonly publisher: Speaker;
  /** Full names of the messages on it. */
  readonly messages: readonly string[];
  readonly readers: readonly Speaker[];
}

/** Every topic of a city. */
export const channelsOf = (speakers: readonly Speaker[]): readonly Channel[] =>
  speakers.flatMap((publisher) =>
    publisher.publishes.map((topic) => ({
      topic,
      publisher,
      messages: [...ownMessages(topic), ...publisher.announces],
      readers: speakers.filter(({ hears }) => hears.includes(topic)),
    })),
  );
