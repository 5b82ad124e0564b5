import { Metadata, status } from '@grpc/grpc-js';
import { google, refusal as wire } from '@lianban/protos';
import type { Refusal } from '@lianban/model';

const { Any } = google.protobuf;
const typeUrl = `type.googleapis.com/${wire.v1.Refusal.$type}`;
const detailsKey = 'grpc-status-details-bin';

/** The status of a call; that of a refusal carries its slug in the details. */
export type CallStatus = wire.v1.Status;

// Refusals that are no decision: the caller should call again, here or another process.
const retryable = new Map([
  ['overloaded', status.RESOURCE_EXHAUSTED],
  ['stopping', status.UNAVAILABLE],
  ['caller-gone', status.CANCELLED],
]);

/** A refusal as a status: FAILED_PRECONDITION, and the slug in the standard details. */
export function statusOf(refusal: Refusal): CallStatus {
  const value = wire.v1.Refusal.encode({
    slug: refusal.refused,
    detail: refusal.detail,
    pointer: refusal.pointer ?? '',
  }).finish();
  const code = retryable.get(refusal.refused) ?? status.FAILED_PRECONDITION;
  return { code, message: refusal.refused, details: [Any.fromPartial({ typeUrl, value })] };
}

/** The status in the form that grpc-js sends. */
export function toStatus(callStatus: CallStatus): { code: status; details: string; metadata: Metadata } {
  const metadata = new Metadata();
  if (callStatus.details.length > 0) metadata.set(detailsKey, Buffer.from(wire.v1.Status.encode(callStatus).finish()));
  return { code: callStatus.code, details: callStatus.message, metadata };
}

/** The refusal in an error's details; undefined when there is none, or none that can be decoded. */
export function fromStatus(metadata: Metadata | undefined): Refusal | undefined {
  const bytes = metadata?.get(detailsKey)[0];
  if (!Buffer.isBuffer(bytes)) return undefined;
  try {
    return refusalIn(wire.v1.Status.decode(bytes));
  } catch {
    return undefined;
  }
}

/** The refusal in a status, when it is one. @throws when its details cannot be decoded */
export function refusalIn({ code, details }: CallStatus): Refusal | undefined {
  if (code !== status.FAILED_PRECONDITION) return undefined;
  const found = details.find((detail) => detail.typeUrl === typeUrl);
  if (!found) return undefined;
  const { slug, detail, pointer } = wire.v1.Refusal.decode(found.value);
  return pointer ? { refused: slug, detail, pointer } : { refused: slug, detail };
}
