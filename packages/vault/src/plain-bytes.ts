import { fromBson, toBson } from '@lianban/mongo';

// The first byte says how the others are to be read. JSON takes a sixth of the time, and knows no dates and no bytes.
const [asJson, asBson] = [0, 1];

const isJson = (value: unknown): boolean => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || value === undefined) return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every((each) => each !== undefined && isJson(each));
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const name of Object.keys(value)) if (!isJson((value as Record<string, unknown>)[name])) return false;
  return true;
};

/** Plain data as bytes: what comes back is what a document would give. */
export function toBytes(value: unknown): Uint8Array {
  return isJson(value)
    ? Buffer.from(String.fromCharCode(asJson) + JSON.stringify(value))
    : Buffer.concat([Buffer.of(asBson), toBson(value)]);
}

export function fromBytes(bytes: Buffer): unknown {
  const rest = bytes.subarray(1);
  return bytes[0] === asJson ? JSON.parse(rest.toString('utf8')) : fromBson(rest);
}
