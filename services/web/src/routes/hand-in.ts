import { createHash } from 'node:crypto';
import { applicationList, submittedShape } from '../api/application';
import { type Draft, discardDraft, loadDraft } from '../api/draft';
import type { Package } from '../api/package';
import { ApiRefusal } from '../api/problem';
import { materialsOf, tasksOf } from '../forms/tasks';
import type { Ask } from '../http/ask';
import { elsewhere } from '../page/page';
import { basePath } from '../page/reader';
import type { FieldProblem } from '../parts/error-summary';
import { checkAnswersPage } from '../views/check-answers';
import { receivedPage } from '../views/received';
import { apply } from '../words/apply';
import { applicationOf } from './application-of';
import { packageNamed } from './package-named';
import { getMine, postMine } from './route';

/** Checking the answers, handing in, and what happens next. */
export const handIn = [
  ...getMine('/apply/:package/check-answers', async ({ params, calls }, { packages }) => {
    const of = await packageNamed(params.package, packages);
    const draft = await loadDraft(calls, of.code);
    return checkAnswersPage({ of, draft, submission: draft ? keyOf(of, draft) : '', problems: [] });
  }),
  ...postMine('/apply/:package/check-answers', async (ask, { packages, log }) => {
    const of = await packageNamed(ask.params.package, packages);
    const base = basePath(ask.reader);
    const draft = await loadDraft(ask.calls, of.code);
    // Pressed twice, and the first one has gone through: this is where it led.
    if (!draft) return elsewhere(`${base}${await placeOfLatest(of, ask)}`);
    const unanswered = tasksOf(of, draft).unanswered.map(({ name, label }) => ({
      field: name,
      text: apply.incomplete(label),
    }));
    if (unanswered.length > 0)
      return checkAnswersPage({ of, draft, submission: keyOf(of, draft), problems: unanswered });
    try {
      const key = typeof ask.form.key === 'string' && ask.form.key ? ask.form.key : keyOf(of, draft);
      const number = await submit(of, draft, key, ask);
      await discardDraft(ask.calls, of.code).catch((error: unknown) => log.warn({ err: error }, 'a draft was left'));
      return elsewhere(`${base}/applications/${number}/received`);
    } catch (error) {
      const problems = problemsIn(error, of);
      if (problems.length === 0) throw error;
      return checkAnswersPage({ of, draft, submission: keyOf(of, draft), problems });
    }
  }),
  ...getMine('/applications/:number/received', async (ask) => receivedPage(await applicationOf(ask))),
];

/**
 * The same draft, however often it is handed in, has the same key: after a double press, a lost answer or a reload it is
 * still one application.
 */
function keyOf({ code }: Package, { version, savedAt }: Draft): string {
  return createHash('sha256').update(`${code} ${version} ${savedAt}`).digest('base64url').slice(0, 32);
}

async function submit(of: Package, { answers, materials }: Draft, key: string, { calls }: Ask): Promise<string> {
  const asked = new Set(of.form.map(({ name }) => name));
  const wanted = new Set(materialsOf(of).map(({ code }) => code));
  const body = {
    package: of.code,
    answers: Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name))),
    materials: materials.filter(({ code }) => wanted.has(code)),
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

/** Answers the service refused, each at its question. */
function problemsIn(error: unknown, { form }: Package): FieldProblem[] {
  if (!(error instanceof ApiRefusal) || error.status !== 422) return [];
  return error.errors.flatMap(({ pointer }) => {
    const field = form.find(({ name }) => pointer === `/answers/${name}`);
    return field ? [{ field: field.name, text: apply.notAccepted(field.label) }] : [];
  });
}
