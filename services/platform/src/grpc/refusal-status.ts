import { Metadata, status } from '@grpc/grpc-js';
import { google, refusal as wire } from '@lianban/protos';
import type { Refusal } from '../decider';

const { Any } = google.protobuf;
const typeUrl = `type.googleapis.com/${wire.v1.Refusal.$type}`;
const detailsKey = 'grpc-status-details-bin';

// Not the answer to the question, only "not now": the caller is to ask again, here or elsewhere.
const notNow = new Map([
  ['overloaded', status.RESOURCE_EXHAUSTED],
  ['stopping', status.UNAVAILABLE],
  ['caller-gone', status.CANCELLED],
]);

/** A refusal as gRPC tells it: FAILED_PRECONDITION with the slug in the standard status details. */
export function toStatus(no: Refusal): { code: status; details: string; metadata: Metadata } {
  const value = wire.v1.Refusal.encode({ slug: no.refused, detail: no.detail, pointer: no.pointer ?? '' }).finish();
  const code = notNow.get(no.refused) ?? status.FAILED_PRECONDITION;
  const rpcStatus = {
    code,
    message: no.refused,
    details: [Any.fromPartial({ typeUrl, value })],
  };
  const metadata = new Metadata();
  metadata.set(detailsKey, Buffer.from(wire.v1.Status.encode(rpcStatus).finish()));
  return { code, details: no.refused, metadata };
}

/** The refusal inside an error's details, if the callee sent one that can be read. */
export function fromStatus(metadata: Metadata | undefined): Refusal | undefined {
  const bytes = metadata?.get(detailsKey)[0];
  if (!Buffer.isBuffer(bytes)) return undefined;
  try {
    return refusalIn(bytes);
  } catch {
    return undefined;
  }
}

function refusalIn(bytes: Buffer): Refusal | undefined {
  const found = wire.v1.Status.decode(bytes).details.find((detail) => detail.typeUrl === typeUrl);
  if (!found) return undefined;
  const { slug, detail, pointer } = wire.v1.Refusal.decode(found.value);
  return pointer ? { refused: slug, detail, pointer } : { refused: slug, detail };
}
