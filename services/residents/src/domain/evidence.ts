import type { Refusal } from '@lianban/model';
import type { Evidence } from './mandate';

/** What a counter accepts as proof that the principal wants it: signed before the officer, notarised, or by guardianship. */
const EVIDENCE_KINDS: readonly string[] = ['signed-form', 'notarial-deed', 'guardianship-record'];
/** The mark under which a paper is filed: it holds a number, and no row of digits that could be a person's. */
const FILE_MARK = /^(?=.*\d)(?!.*\d{9})[A-Za-z0-9][A-Za-z0-9/.-]{3,63}$/;

const invalid = (detail: string, pointer: string): Refusal => ({ refused: 'invalid-evidence', detail, pointer });

/** Why this is no evidence that somebody could look up later. */
export function notEvidence({ kind, reference }: Evidence): Refusal | undefined {
  if (!EVIDENCE_KINDS.includes(kind))
    return invalid(`Say what you saw: ${EVIDENCE_KINDS.join(', ')}.`, '/evidence/kind');
  return FILE_MARK.test(reference)
    ? undefined
    : invalid('Say under which mark it is filed, for example counter-3/2026-0017.', '/evidence/reference');
}
