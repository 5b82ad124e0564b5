/** One field of a protobuf message: bytes – a text or a nested message – or a number. */
export interface ProtobufField {
  readonly number: number;
  readonly bytes: Buffer;
  readonly value?: number;
}

const none = Buffer.alloc(0);

/** The fields of a message, decoded without its schema; numbers of fixed length are skipped. */
export function fieldsOf(message: Buffer): ProtobufField[] {
  const fields: ProtobufField[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; at < message.length; shift += 7) {
      const byte = message[at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < message.length) {
    const tag = varint();
    switch (tag % 8) {
      case 0:
        fields.push({ number: Math.floor(tag / 8), bytes: none, value: varint() });
        break;
      case 1:
        at += 8;
        break;
      case 2: {
        const length = varint();
        fields.push({ number: Math.floor(tag / 8), bytes: message.subarray(at, at + length) });
        at += length;
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        throw new Error(`wire type ${tag % 8} at byte ${at}: this is no protobuf message`);
    }
  }
  return fields;
}
