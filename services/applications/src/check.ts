import type { applications } from '@lianban/protos';
import { type Refusal, refuse } from '@lianban/model';
import { type CatalogueInUse, foresee, validateSome } from './catalogue';

/** Answers "can I get this?" before anything is applied for: the process's own conditions, nothing stored. */
export const checker =
  (catalogue: Pick<CatalogueInUse, 'find'>) =>
  async ({
    package: code,
    answers = {},
  }: applications.v1.CheckRequest): Promise<applications.v1.CheckResponse | Refusal> => {
    const found = catalogue.find(code);
    if (!found || found.hidden) return refuse('catalogue-entry-not-found', 'There is no such package.');
    const wrong = validateSome(found, answers);
    if (wrong) return { ...wrong, pointer: wrong.pointer ?? '/answers' };
    const steps = foresee(found, answers).map(({ conditions, blockedBy, ...step }) => ({
      ...step,
      blockedBy: [...blockedBy],
      conditions: conditions.map(({ waitsFor, ...condition }) => ({ ...condition, waitsFor: [...waitsFor] })),
    }));
    return { package: found.code, packageVersion: found.version, steps };
  };
