import type { casework } from '@lianban/protos';
import type { EventEnvelope } from '@lianban/inbox';

type Referring = Partial<casework.v1.StepAccepted> | null | undefined;

/**
 * Where a message's reference to a step contradicts its envelope: the step must be the envelope's, and the department the
 * one that is spoken of or speaks. Undefined when they agree, and of a message without a reference.
 */
export function contradictionOf(
  message: unknown,
  { key, subject }: EventEnvelope,
  department: string,
): string | undefined {
  const ref = (message as Referring)?.ref;
  if (!ref) return undefined;
  if (ref.department !== department) return `it speaks for another department than ${department}`;
  if (ref.applicationNumber !== key || subject !== `${key}/${ref.step}`)
    return 'its reference names another step than its subject';
  return undefined;
}
