import type { MessageType } from '@lianban/protos';

/** Bytes of one message as they lie on a topic, and what they say. Neither is ever changed or removed. */
export interface Golden {
  readonly type: MessageType;
  readonly bytes: Buffer;
  /** Fields added to the message later are not named here, and read as their defaults. */
  readonly value: unknown;
}

interface Codec<T> {
  readonly $type: string;
  fromPartial(value: Partial<T>): T;
}

/** @param hex the record's value; white space in it means nothing */
export const golden = <T>(type: Codec<T>, value: Partial<T>, hex: string): Golden => ({
  type: type as unknown as MessageType,
  value,
  bytes: Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'),
});
