import type { StepRequest } from '@lianban/casework';

/** A fact with which an earlier step of the application was granted, whichever it was; empty when none was. */
export function earlierFact({ earlier }: StepRequest, name: string): string {
  const granted = Object.values(earlier)
    .filter(isRecord)
    .filter(({ outcome }) => outcome === 'granted');
  return granted.map((facts) => facts[name]).find((value) => typeof value === 'string') ?? '';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
