/** One record of a batch, as kafkajs passes it to its encoder. */
export interface RecordToEncode extends Contents {
  readonly offsetDelta?: number;
  readonly timestampDelta?: number;
  /** Key, value and headers, if they are already encoded. */
  readonly contents?: Buffer | undefined;
}

/** The properties that kafkajs reads of an encoded part. */
export interface Encoded {
  readonly buf: Buffer;
  readonly buffer: Buffer;
}

/** The contents of a record: the same bytes at any position in a batch. */
export interface Contents {
  readonly key?: string | Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Encodes key, value and headers of a record of format v2. Lengths are zigzag varints of mostly one or two bytes. */
export function encodeContents({ key, value, headers = {} }: Contents): Buffer {
  const names = Object.keys(headers);
  const keyLength = key == null ? -1 : Buffer.byteLength(key);
  let size = sizeOf(keyLength) + Math.max(0, keyLength);
  size += value === null ? 1 : sizeOf(value.length) + value.length;
  size += sizeOf(names.length);
  for (const name of names) size += sizeOfText(name) + sizeOfText(headers[name]!);

  const buf = Buffer.allocUnsafe(size);
  let at = writeInteger(buf, 0, keyLength);
  if (key != null) at += typeof key === 'string' ? buf.write(key, at) : key.copy(buf, at);
  at = writeInteger(buf, at, value === null ? -1 : value.length);
  if (value !== null) at += value.copy(buf, at);
  at = writeInteger(buf, at, names.length);
  for (const name of names) at = writeText(buf, writeText(buf, at, name), headers[name]!);
  return buf;
}

/** Encodes a record of format v2 into one buffer of the exact size, from its encoded contents or from its parts. */
export function encodeRecord(record: RecordToEncode): Encoded {
  const { offsetDelta = 0, timestampDelta = 0, contents = encodeContents(record) } = record;
  const body = 1 + sizeOf(timestampDelta) + sizeOf(offsetDelta) + contents.length;
  const buf = Buffer.allocUnsafe(sizeOf(body) + body);
  let at = writeInteger(buf, 0, body);
  // The attributes, which are unused.
  buf[at++] = 0;
  at = writeInteger(buf, at, timestampDelta);
  at = writeInteger(buf, at, offsetDelta);
  contents.copy(buf, at);
  return { buf, buffer: buf };
}

/** Bytes of a whole number as a zigzag varint; exact up to 2^52, which no delta or length comes near. */
function sizeOf(value: number): number {
  let bytes = 1;
  for (let rest = zigzag(value); rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes += 1;
  return bytes;
}

function writeInteger(buf: Buffer, at: number, value: number): number {
  let rest = zigzag(value);
  while (rest >= 0x80) {
    buf[at++] = (rest % 0x80) + 0x80;
    rest = Math.floor(rest / 0x80);
  }
  buf[at++] = rest;
  return at;
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

function sizeOfText(text: string): number {
  const bytes = Buffer.byteLength(text);
  return sizeOf(bytes) + bytes;
}

function writeText(buf: Buffer, at: number, text: string): number {
  const start = writeInteger(buf, at, Buffer.byteLength(text));
  return start + buf.write(text, start);
}
