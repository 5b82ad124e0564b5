import { ownMessages } from './proto-files';
import type { Service } from './service';

/** A topic with who says something on it and what, and who hears it. */
export interface Channel {
  readonly topic: string;
  readonly publisher: Service;
  /** Full names of the messages on it. */
  readonly messages: readonly string[];
  readonly readers: readonly Service[];
}

/** Every topic of a city. */
export const channelsOf = (services: readonly Service[]): readonly Channel[] =>
  services.flatMap((publisher) =>
    publisher.publishes.map((topic) => ({
      topic,
      publisher,
      messages: [...ownMessages(topic), ...publisher.announces],
      readers: services.filter(({ hears }) => hears.includes(topic)),
    })),
  );
