import type { Case } from '@lianban/rest-client';
import type { CaseActs } from './use-case-acts';

export interface FormProps {
  readonly found: Case;
  readonly acts: CaseActs;
  close(): void;
}
