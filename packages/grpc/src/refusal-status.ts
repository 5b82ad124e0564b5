import { Metadata, status } from '@grpc/grpc-js';
import { google, refusal as wire } from '@lianban/protos';
import type { Refusal } from '@lianban/model';

const { Any } = google.protobuf;
const typeUrl = `type.googleapis.com/${wire.v1.Refusal.$type}`;
const detailsKey = 'grpc-status-details-bin';

/** A status, with the slug of a refusal in its details when it is one. */
export type Told = wire.v1.Status;

// Not the answer to the question, only "not now": the caller is to ask again, here or elsewhere.
const notNow = new Map([
  ['overloaded', status.RESOURCE_EXHAUSTED],
  ['stopping', status.UNAVAILABLE],
  ['caller-gone', status.CANCELLED],
]);

/** A refusal as a status: FAILED_PRECONDITION, and the slug in the standard details. */
export function statusOf(no: Refusal): Told {
  const value = wire.v1.Refusal.encode({ slug: no.refused, detail: no.detail, pointer: no.pointer ?? '' }).finish();
  const code = notNow.get(no.refused) ?? status.FAILED_PRECONDITION;
  return { code, message: no.refused, details: [Any.fromPartial({ typeUrl, value })] };
}

/** A status as gRPC tells it of a call by itself. */
export function toStatus(told: Told): { code: status; details: string; metadata: Metadata } {
  const metadata = new Metadata();
  if (told.details.length > 0) metadata.set(detailsKey, Buffer.from(wire.v1.Status.encode(told).finish()));
  return { code: told.code, details: told.message, metadata };
}

/** The refusal inside an error's details, if the callee sent one that can be read. */
export function fromStatus(metadata: Metadata | undefined): Refusal | undefined {
  const bytes = metadata?.get(detailsKey)[0];
  if (!Buffer.isBuffer(bytes)) return undefined;
  try {
    return refusalIn(wire.v1.Status.decode(bytes));
  } catch {
    return undefined;
  }
}

/** The callee's "no" in a status, when that is one. @throws when its details cannot be read */
export function refusalIn({ code, details }: Told): Refusal | undefined {
  if (code !== status.FAILED_PRECONDITION) return undefined;
  const found = details.find((detail) => detail.typeUrl === typeUrl);
  if (!found) return undefined;
  const { slug, detail, pointer } = wire.v1.Refusal.decode(found.value);
  return pointer ? { refused: slug, detail, pointer } : { refused: slug, detail };
}
