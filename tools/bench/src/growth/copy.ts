import { randomUUID } from 'node:crypto';

/** A stored document of one application, as bytes, with the offsets of its ids. */
export interface DocumentSample {
  readonly bytes: Buffer;
  /** Offsets of the application's number. */
  readonly numbers: readonly number[];
  /** Other unique ids in its _id, with their offsets. */
  readonly own: readonly { readonly name: string; readonly offsets: readonly number[] }[];
}

// Ids beside application numbers: UUIDs, and the position of a read in a volume of the book of reads.
const ownNames = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|r\d{8}T\d{6}-[0-9a-f]{8}\.\d{10}/g;

/** @param bytes BSON @param id its _id */
export function sampleOf(bytes: Buffer, id: string, number: string): DocumentSample {
  const own = (id.match(ownNames) ?? []).map((name) => ({ name, offsets: offsetsOf(bytes, name) }));
  return { bytes, numbers: offsetsOf(bytes, number), own };
}

/** The same document for another application: ids keep their length, so no other byte changes. */
export function copyOf(
  { bytes, numbers, own }: DocumentSample,
  number: string,
  another: (name: string) => string,
): Buffer {
  const copy = Buffer.from(bytes);
  for (const at of numbers) copy.write(number, at, 'latin1');
  for (const { name, offsets } of own) {
    const other = another(name);
    for (const at of offsets) copy.write(other, at, 'latin1');
  }
  return copy;
}

/**
 * Unique ids for copies from the nth on. Reads go into volumes of the distant past, which the sealing job does not read.
 */
export function namesOfCopies(nth: number): (name: string) => string {
  const volume = `r20240101T000000-${nth.toString(16).padStart(8, '0')}`;
  let reads = 0;
  return (name) => (name.startsWith('r') ? `${volume}.${String((reads += 1)).padStart(10, '0')}` : randomUUID());
}

function offsetsOf(bytes: Buffer, text: string): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) found.push(at);
  return found;
}

/** Application numbers of days long before the first measured one; each is used once. */
export const formerNumber = (nth: number): string =>
  `LB${20240101 + Math.floor(nth / 900_000)}${String(nth % 900_000).padStart(6, '0')}`;
