import type { EventEnvelope } from '@lianban/inbox';

/**
 * What a sequence counts: a source and a subject. The part of the subject that is the document's own id is left out:
 * "permits:/licence" in the document of an application, so that all its documents have the same field names.
 */
export const placeOf = (id: string, { source, subject }: Pick<EventEnvelope, 'source' | 'subject'>): string =>
  `${source}:${subject.startsWith(`${id}/`) ? subject.slice(id.length) : subject}`;
