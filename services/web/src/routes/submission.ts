import type { Consent, Draft, HeldMaterial, Package, Submission } from '@lianban/rest-client';
import { changeDraft } from '../api/draft';
import { ApiRefusal } from '../api/problem';
import { materialsOf } from '../forms/tasks';
import type { RequestContext } from '../http/request-context';
import type { FieldProblem } from '../parts/error-summary';
import { apply } from '../i18n/apply';
import { consents } from '../i18n/consents';
import { eligibility } from '../i18n/eligibility';

/** The request body: the fields of the form, and nothing else the draft may hold. */
export function bodyOf(
  of: Package,
  draft: Draft | undefined,
  agreed: readonly Consent[],
  about: Pick<Submission, 'about'>,
) {
  const { answers, materials } = draft ?? { answers: {}, materials: [] };
  const fields = new Set(of.form.map(({ name }) => name));
  const wanted = new Set(materialsOf(of).map(({ code }) => code));
  return {
    package: of.code,
    ...about,
    answers: Object.fromEntries(Object.entries(answers).filter(([name]) => fields.has(name))),
    materials: materials.filter(({ code }) => wanted.has(code)),
    ...(agreed.length > 0 && { consents: agreed }),
  };
}

/** Submits, or returns the number of an earlier submission with this key. */
export async function submit(body: Submission, key: string, context: RequestContext): Promise<string> {
  try {
    const sent = { body, header: { 'Idempotency-Key': key } };
    const { applicationNumber } = await context.calls.call('post', '/api/applications', sent);
    return applicationNumber;
  } catch (error) {
    const before = error instanceof ApiRefusal && error.status === 409 ? await numberOf(key, context) : undefined;
    if (before === undefined) throw error;
    return before;
  }
}

/** The application submitted with this key; undefined when there is none. */
export async function numberOf(key: string, { calls }: RequestContext): Promise<string | undefined> {
  try {
    return (await calls.call('get', '/api/me/submissions/{key}', { path: { key } })).applicationNumber;
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 404) return undefined;
    throw error;
  }
}

/** Removes papers whose uploads no longer exist: they can be uploaded again. */
export const withoutGone = (
  gone: readonly HeldMaterial[],
  { code }: Package,
  { calls }: RequestContext,
): Promise<Draft> => {
  const isGone = ({ reference }: HeldMaterial) => gone.some((each) => each.reference === reference);
  const left = ({ answers, materials }: Pick<Draft, 'answers' | 'materials'>) => ({
    answers,
    materials: materials.filter((each) => !isGone(each)),
  });
  return changeDraft(calls, code, left, 'materials');
};

export const problemsOfGone = (gone: readonly HeldMaterial[], of: Package): FieldProblem[] =>
  materialsOf(of)
    .filter(({ code }) => gone.some((each) => each.code === code))
    .map(({ code, name }) => ({ field: `paper-${code}`, text: apply.uploadGone(name) }));

/** The application that is under way and keeps another of this package out; undefined when it is not among the latest. */
export async function openApplicationOf({ code }: Package, { calls }: RequestContext): Promise<string | undefined> {
  try {
    const { applications } = await calls.call('get', '/api/applications', { query: { limit: 20 } });
    return applications.find((each) => each.package === code && each.endedAt === undefined)?.applicationNumber;
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) throw error;
    return undefined;
  }
}

/** Problems of a refused submission, each at its question; a refusal of the applicant is shown above them. */
export function problemsIn(error: unknown, { form }: Package, agreed: readonly Consent[]): FieldProblem[] {
  if (!(error instanceof ApiRefusal)) return [];
  const unfit = eligibility[error.slug];
  if (unfit) return [{ field: 'answers', text: unfit }];
  if (error.status !== 422) return [];
  return error.errors.flatMap(({ pointer }) => {
    const consent = agreed[Number(/^\/consents\/(\d+)/.exec(pointer ?? '')?.[1])];
    if (consent) return [{ field: `consent-${consent.to}-${consent.purpose}`, text: consents.changed }];
    const field = form.find(({ name }) => pointer === `/answers/${name}`);
    return field ? [{ field: field.name, text: apply.notAccepted(field.label) }] : [];
  });
}
