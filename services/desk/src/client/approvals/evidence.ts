import type { TextKey } from '../i18n/zh';

/** Papers with which a mandate is confirmed at a counter. */
export const evidenceKinds = {
  'signed-form': 'evidenceForm',
  'notarial-deed': 'evidenceDeed',
  'guardianship-record': 'evidenceGuardian',
} as const satisfies Readonly<Record<string, TextKey>>;

type Kind = keyof typeof evidenceKinds;

/** One of a later release is shown as it is. */
export const evidenceWords = (kind: string, t: (key: TextKey) => string): string =>
  kind in evidenceKinds ? t(evidenceKinds[kind as Kind]) : kind;
