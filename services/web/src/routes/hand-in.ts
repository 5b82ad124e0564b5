import { applicationList, submittedShape } from '../api/application';
import type { Calls } from '../api/api';
import { type Draft, discardDraft, loadDraft } from '../api/draft';
import type { Package } from '../api/package';
import { ApiRefusal } from '../api/problem';
import { type AskedShare, type Consent, consentTo, needsConsent, sharesOf } from '../forms/consents';
import { ruledOut, without } from '../forms/prospects';
import { materialsOf, tasksOf } from '../forms/tasks';
import { formKey, keyFrom } from '../forms/form-key';
import type { Ask } from '../http/ask';
import { elsewhere } from '../page/page';
import { basePath } from '../page/reader';
import type { FieldProblem } from '../parts/error-summary';
import { checkAnswersPage } from '../views/check-answers';
import { receivedPage } from '../views/received';
import { apply } from '../words/apply';
import { consents } from '../words/consents';
import { applicationOf } from './application-of';
import { packageNamed } from './package-named';
import { getMine, postMine } from './route';

/** Checking the answers, handing in, and what happens next. */
export const handIn = [
  ...getMine('/apply/:package/check-answers', async ({ params, calls }, { packages }) => {
    const whole = await packageNamed(params.package, packages);
    const draft = await loadDraft(calls, whole.code);
    const { of, shares } = await asked(whole, draft, calls);
    return checkAnswersPage({ of, draft, shares, chosen: {}, submission: draft ? keyOf(of, draft) : '', problems: [] });
  }),
  ...postMine('/apply/:package/check-answers', async (ask, { packages, log }) => {
    const whole = await packageNamed(ask.params.package, packages);
    const base = basePath(ask.reader);
    const draft = await loadDraft(ask.calls, whole.code);
    // Pressed twice, and the first one has gone through: this is where it led.
    if (!draft) return elsewhere(`${base}${await placeOfLatest(whole, ask)}`);
    const { of, shares } = await asked(whole, draft, ask.calls);
    const chosen = choicesIn(shares, ask.form);
    const again = (problems: readonly FieldProblem[]) =>
      checkAnswersPage({ of, draft, shares, chosen, submission: keyOf(of, draft), problems });
    const open = [...unansweredIn(of, draft), ...undecidedIn(shares, chosen)];
    if (open.length > 0) return again(open);
    const agreed = shares.filter(({ id }) => chosen[id] === 'yes').map(consentTo);
    try {
      const number = await submit(of, draft, agreed, formKey(ask.form) ?? keyOf(of, draft), ask);
      await discardDraft(ask.calls, of.code).catch((error: unknown) => log.warn({ err: error }, 'a draft was left'));
      return elsewhere(`${base}/applications/${number}/received`);
    } catch (error) {
      const problems = problemsIn(error, of, agreed);
      if (problems.length === 0) throw error;
      return again(problems);
    }
  }),
  ...getMine('/applications/:number/received', async (ask) => receivedPage(await applicationOf(ask))),
];

/**
 * The same draft, however often it is handed in, has the same key: after a double press, a lost answer or a reload it is
 * still one application.
 */
const keyOf = ({ code }: Package, { version, savedAt }: Draft): string => keyFrom(code, version, savedAt).slice(0, 32);

const unansweredIn = (of: Package, draft: Draft): readonly FieldProblem[] =>
  tasksOf(of, draft).unanswered.map(({ name, label }) => ({ field: name, text: apply.incomplete(label) }));

/** What of the package applies with these answers: its questions, and who will ask about the applicant. */
async function asked(whole: Package, draft: Draft | undefined, calls: Calls) {
  if (!draft) return { of: whole, shares: [] };
  const ruled = await ruledOut(whole, draft.answers, calls);
  return { of: without(whole, ruled), shares: sharesOf(whole, ruled) };
}

const choicesIn = (shares: readonly AskedShare[], form: Ask['form']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    shares.filter(needsConsent).map(({ id }) => [id, form[id] === 'yes' ? 'yes' : form[id] === 'no' ? 'no' : '']),
  );

const undecidedIn = (
  shares: readonly AskedShare[],
  chosen: Readonly<Record<string, string>>,
): readonly FieldProblem[] =>
  shares
    .filter(({ id }) => chosen[id] === '')
    .map(({ id, department }) => ({ field: id, text: consents.choose(department) }));

async function submit(
  of: Package,
  { answers, materials }: Draft,
  agreed: readonly Consent[],
  key: string,
  { calls }: Ask,
): Promise<string> {
  const asked = new Set(of.form.map(({ name }) => name));
  const wanted = new Set(materialsOf(of).map(({ code }) => code));
  const body = {
    package: of.code,
    answers: Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name))),
    materials: materials.filter(({ code }) => wanted.has(code)),
    ...(agreed.length > 0 && { consents: agreed }),
  };
  const sent = { body, headers: { 'Idempotency-Key': key } };
  const { applicationNumber } = await calls.send('POST', '/api/applications', sent, submittedShape);
  return applicationNumber;
}

async function placeOfLatest({ code }: Package, { calls }: Ask): Promise<string> {
  const { applications } = await calls.get('/api/applications?limit=5', applicationList);
  const latest = applications.find((each) => each.package === code);
  return latest ? `/applications/${latest.applicationNumber}/received` : '/applications';
}

/** What the service refused, each at its question. */
function problemsIn(error: unknown, { form }: Package, agreed: readonly Consent[]): FieldProblem[] {
  if (!(error instanceof ApiRefusal) || error.status !== 422) return [];
  return error.errors.flatMap(({ pointer }) => {
    const consent = agreed[Number(/^\/consents\/(\d+)/.exec(pointer ?? '')?.[1])];
    if (consent) return [{ field: `consent-${consent.to}-${consent.purpose}`, text: consents.changed }];
    const field = form.find(({ name }) => pointer === `/answers/${name}`);
    return field ? [{ field: field.name, text: apply.notAccepted(field.label) }] : [];
  });
}
