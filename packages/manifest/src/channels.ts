import { ownMessages } from './proto-files';
import type { Requests, Speaker } from './service';

/** A topic with who says something on it and what, and who hears it. */
export interface Channel {
  readonly topic: string;
  readonly publisher: Speaker;
  /** Whether it is what the publisher asks of one other, who alone hears it. */
  readonly isRequests: boolean;
  /** Full names of the messages on it. */
  readonly messages: readonly string[];
  readonly readers: readonly Speaker[];
}

const messagesOf = ({ messages }: Requests) => messages;

/** Every topic of a city. */
export const channelsOf = (speakers: readonly Speaker[]): readonly Channel[] =>
  speakers.flatMap((publisher) =>
    [
      ...publisher.publishes.map((topic) => ({
        topic,
        // What it asks lies there, too, while others still hear it there.
        messages: [...ownMessages(topic), ...publisher.announces, ...new Set(publisher.requests.flatMap(messagesOf))],
        isRequests: false,
      })),
      ...publisher.requests.map((requests) => ({ ...requests, isRequests: true })),
    ].map((said) => ({
      ...said,
      publisher,
      readers: speakers.filter(({ hears }) => hears.includes(said.topic)),
    })),
  );
