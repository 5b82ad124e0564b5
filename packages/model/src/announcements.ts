import type { MessageType } from '@lianban/protos';
import type { Typed } from './decider';

/** What one event tells other services: one protobuf message on the service's topic. */
export interface PublishedEvent {
  /** The ts-proto codec; its full name becomes ce_type. */
  readonly type: MessageType;
  readonly value: unknown;
  /** ce_subject; the sequence counts 1..n within (service, subject). Default: the document's id. */
  readonly subject?: string;
  /** The service it is addressed to; the others skip it without decoding. Default: everybody. */
  readonly addressee?: string;
}

/** One entry for every event type: a forgotten event is a compile error, silence is said as 'private'. */
export type Announcements<E extends Typed, S = unknown> = {
  readonly [T in E['type']]:
    'private' | ((event: Extract<E, { type: T }>, state: S, id: string) => PublishedEvent | readonly PublishedEvent[]);
};
