import mongoose from 'mongoose';

/** Plain data as the driver would send it: what comes back is what a document would give. */
export const toBson = (value: unknown): Uint8Array =>
  mongoose.mongo.BSON.serialize({ value }, { ignoreUndefined: true });

export const fromBson = (bytes: Uint8Array): unknown =>
  mongoose.mongo.BSON.deserialize(bytes, { promoteBuffers: true })['value'];

/** The driver returns binary fields in a wrapper of its own. */
export function plainBuffer(found: Uint8Array | { readonly buffer: Uint8Array }): Buffer {
  if (Buffer.isBuffer(found)) return found;
  return Buffer.from(found instanceof Uint8Array ? found : found.buffer);
}
