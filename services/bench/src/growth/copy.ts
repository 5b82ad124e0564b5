/** A stored document that belongs to one application, as bytes, and where its own names stand in it. */
export interface Sample {
  readonly bytes: Buffer;
  /** Offsets of the application's number. */
  readonly numbers: readonly number[];
  /** Offsets of each UUID that its _id holds: another document's must be another. */
  readonly uuids: readonly (readonly number[])[];
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** @param bytes BSON @param id its _id */
export function sampleOf(bytes: Buffer, id: string, number: string): Sample {
  const uuids = (id.match(uuid) ?? []).map((each) => offsetsOf(bytes, each));
  return { bytes, numbers: offsetsOf(bytes, number), uuids };
}

/** The same document of another application: names are as long as those they replace, so nothing else changes. */
export function copyOf({ bytes, numbers, uuids }: Sample, number: string, newUuid: () => string): Buffer {
  const copy = Buffer.from(bytes);
  for (const at of numbers) copy.write(number, at, 'latin1');
  for (const offsets of uuids) {
    const another = newUuid();
    for (const at of offsets) copy.write(another, at, 'latin1');
  }
  return copy;
}

function offsetsOf(bytes: Buffer, text: string): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) found.push(at);
  return found;
}

/** Numbers of days long before the first that is measured; each is given once. */
export const formerNumber = (nth: number): string =>
  `LB${20240101 + Math.floor(nth / 900_000)}${String(nth % 900_000).padStart(6, '0')}`;
