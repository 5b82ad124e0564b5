import type { steps } from '@lianban/protos';

interface Referring {
  readonly ref?: steps.v1.StepRef | undefined;
}

/** Where a record belongs, by its envelope. */
interface Place {
  readonly key: string;
  readonly subject: string;
}

/**
 * Where a message of steps.v1 contradicts its envelope: its step must be the envelope's, and its service the one that is spoken
 * to or speaks. Undefined when they agree, and of a message without a reference.
 */
export function stepContradictionOf(message: unknown, { key, subject }: Place, service: string): string | undefined {
  const ref = (message as Referring | null | undefined)?.ref;
  if (!ref) return undefined;
  if (ref.service !== service) return `it speaks for another service than ${service}`;
  if (ref.applicationNumber !== key || subject !== `${key}/${ref.step}`)
    return 'its reference names another step than its subject';
  return undefined;
}
