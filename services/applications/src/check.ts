import { shanghaiDay } from '@lianban/input';
import type { applications } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type Refusal, refuse } from '@lianban/model';
import { type CatalogueInUse, forApplicant, foresee, validateSome } from './catalogue';
import { notEligible } from './domain/eligible';

/** Answers "can I get this?" before anything is applied for: the process's own conditions and limits, nothing stored. */
export const checker =
  (app: Pick<App, 'clock'>, catalogue: Pick<CatalogueInUse, 'find'>) =>
  async ({
    package: code,
    answers = {},
    complete,
    applicant,
  }: applications.v1.CheckRequest): Promise<applications.v1.CheckResponse | Refusal> => {
    const listed = catalogue.find(code);
    if (!listed || listed.hidden) return refuse('catalogue-entry-not-found', 'There is no such package.');
    const own = forApplicant(listed, applicant?.organisation ? 'organisation' : 'person');
    const found = own ?? listed;
    const today = shanghaiDay(app.clock.now());
    const wrong = validateSome(found, answers, today);
    if (wrong) return { ...wrong, pointer: wrong.pointer ?? '/answers' };
    const steps = foresee(found, answers, complete).map(({ conditions, blockedBy, ...step }) => ({
      ...step,
      blockedBy: [...blockedBy],
      conditions: conditions.map(({ waitsFor, ...condition }) => ({ ...condition, waitsFor: [...waitsFor] })),
    }));
    const possible =
      applicant && notEligible({ district: '', age: found.age, registered: found.registered }, applicant, today);
    const why = own ? (possible?.refused ?? '') : applicant ? 'applicant-not-possible' : '';
    return { package: found.code, packageVersion: found.version, steps, notEligible: why };
  };
