/** The header of a record's batch, as kafkajs passes it to the decoder. */
export interface BatchOfRecord {
  readonly firstOffset: string;
  readonly firstTimestamp: string;
  readonly maxTimestamp: string;
  readonly magicByte: number;
  readonly isControlBatch: boolean;
  /** 0: stamped by the producer, 1: by the broker when it was appended. */
  readonly timestampType: number;
}

/** A record of format v2 in the form that kafkajs uses, but with key and headers decoded to text. */
export interface DecodedRecord {
  readonly magicByte: number;
  readonly attributes: number;
  readonly timestamp: string;
  readonly offset: string;
  /** Bytes for a control record, which kafkajs decodes itself. */
  readonly key: string | Buffer | null;
  readonly value: Buffer | null;
  /** The first value of each name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly isControlRecord: boolean;
  readonly batchContext: BatchOfRecord;
}

const appendTime = 1;

/** Decodes one record; `buffer` begins with its attributes and ends with the record. */
export function decodeRecord({ buffer }: { readonly buffer: Buffer }, batch: BatchOfRecord): DecodedRecord {
  const cursor: Cursor = { buffer, at: 1 };
  const timestampDelta = readInteger(cursor);
  const offsetDelta = readInteger(cursor);
  const { key, value, headers } = readContents(cursor);
  const byBroker = batch.timestampType === appendTime;
  return {
    magicByte: batch.magicByte,
    attributes: buffer.readInt8(0),
    timestamp: byBroker ? batch.maxTimestamp : plus(batch.firstTimestamp, timestampDelta),
    offset: plus(batch.firstOffset, offsetDelta),
    key: batch.isControlBatch ? key : (key?.toString() ?? null),
    value,
    headers,
    isControlRecord: batch.isControlBatch,
    batchContext: batch,
  };
}

/** Decodes what `encodeContents` encoded. @throws RangeError when the bytes end too early */
export const decodeContents = (buffer: Buffer) => readContents({ buffer, at: 0 });

function readContents(cursor: Cursor) {
  const key = readBytes(cursor);
  const value = readBytes(cursor);
  const headers: Record<string, string> = {};
  for (let left = readInteger(cursor); left > 0; left--) {
    const name = readText(cursor) ?? '';
    const text = readText(cursor);
    if (text !== undefined && headers[name] === undefined) headers[name] = text;
  }
  return { key, value, headers };
}

interface Cursor {
  readonly buffer: Buffer;
  at: number;
}

/** Offsets are 64-bit numbers in decimal; adding is exact whatever their size. */
function plus(first: string, delta: number): string {
  const sum = Number(first) + delta;
  return Number.isSafeInteger(sum) ? String(sum) : String(BigInt(first) + BigInt(delta));
}

/** A zigzag varint; exact up to 2^52. */
function readInteger(cursor: Cursor): number {
  let [value, place] = [0, 1];
  for (;;) {
    const byte = cursor.buffer[cursor.at++];
    if (byte === undefined) throw new RangeError('the record ends in the middle of a number');
    value += (byte & 0x7f) * place;
    if (byte < 0x80) break;
    place *= 0x80;
  }
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function readBytes(cursor: Cursor): Buffer | null {
  const length = readInteger(cursor);
  if (length < 0) return null;
  return cursor.buffer.subarray(cursor.at, (cursor.at += length));
}

function readText(cursor: Cursor): string | undefined {
  const length = readInteger(cursor);
  if (length < 0) return undefined;
  return cursor.buffer.toString('utf8', cursor.at, (cursor.at += length));
}
