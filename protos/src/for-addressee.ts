import { casework, steps } from '../gen/index';
import type { MessageType } from '../gen/typeRegistry';

/** The names of fields of a message, held against it by the compiler. */
const fieldsOf =
  <M>() =>
  (...fields: readonly (keyof M & string)[]): readonly string[] =>
    fields;

const request = fieldsOf<casework.v1.StepRequested>();
const supplement = fieldsOf<casework.v1.SupplementProvided>();
const serviceRequest = fieldsOf<steps.v1.StepRequested>();

/** Of messages with a field `sealed`, by full name, the fields that only the addressee needs: they may travel in it. */
export const forAddressee: ReadonlyMap<string, readonly string[]> = new Map([
  [
    casework.v1.StepRequested.$type,
    request('answers', 'earlier', 'materials', 'residentId', 'filedBy', 'capability', 'subjectId'),
  ],
  [casework.v1.SupplementProvided.$type, supplement('answers', 'materials', 'providedBy')],
  [steps.v1.StepRequested.$type, serviceRequest('answers', 'earlier', 'residentId')],
]);

/** `place` is bound to what is sealed: elsewhere it does not open. */
export type Seal = (plain: Uint8Array, place: string) => Uint8Array;
/** @throws when there is no key for it, or it is not as it was sealed there */
export type Open = (sealed: Uint8Array, place: string) => Uint8Array;

/** How a message to this service is sealed; undefined where there is no key for it. */
export type SealFor = (addressee: string) => Seal | undefined;

/** The record a sealed part belongs to: in another it does not open. */
interface Place {
  readonly service: string;
  readonly subject: string;
  readonly sequence: number;
}

type Fields = Readonly<Record<string, unknown>>;

const placeOf = ({ $type }: MessageType, { service, subject, sequence }: Place): string =>
  `${$type} ${service}/${subject}/${sequence}`;

const encoded = (type: MessageType, value: unknown): Uint8Array =>
  type.encode(type.fromPartial(value as never)).finish();

/** The bytes of a message; what only its addressee needs is sealed, where the message has such fields and there is a key. */
export function encodeFor(type: MessageType, value: unknown, place: Place, seal: Seal | undefined): Uint8Array {
  const fields = seal && forAddressee.get(type.$type);
  if (!fields) return encoded(type, value);
  const open: Record<string, unknown> = { ...(value as Fields) };
  const hidden: Record<string, unknown> = {};
  for (const field of fields) {
    hidden[field] = open[field];
    delete open[field];
  }
  return encoded(type, { ...open, sealed: seal(encoded(type, hidden), placeOf(type, place)) });
}

/**
 * The whole message, also of one that was never sealed. Of one that was, nothing counts that stands beside the sealed part in
 * a field of it.
 * @throws UnknownKey; or another error when the part is none of this record
 */
export function openFor(type: MessageType, message: unknown, place: Place, open: Open): unknown {
  const fields = forAddressee.get(type.$type);
  const { sealed } = message as { readonly sealed?: Uint8Array };
  if (!fields || !sealed) return message;
  const hidden = type.decode(open(sealed, placeOf(type, place))) as Fields;
  const whole: Record<string, unknown> = { ...(message as Fields), sealed: undefined };
  for (const field of fields) whole[field] = hidden[field];
  return whole;
}
