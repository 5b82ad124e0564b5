import type { Draft, FormField, Package } from '@lianban/rest-client';
import { changeDraft, discardDraft, loadDraft } from '../api/draft';
import { ApiDown, ApiRefusal } from '../api/problem';
import { canApply } from '../catalogue/for-applicant';
import { readForm } from '../forms/read-form';
import { checkAnswersOf } from '../forms/shown-draft';
import { typedAgain } from '../forms/shown';
import { asApplies } from '../forms/prospects';
import { isAnswered, questionAfter } from '../forms/tasks';
import type { RequestContext } from '../http/request-context';
import { NotFound } from '../http/failures';
import { redirect } from '../page/page';
import { type BilingualText, basePath } from '../page/reader';
import { choosePackagePage } from '../views/choose-package';
import { discardPage } from '../views/discard';
import { forWhomPage } from '../views/for-whom';
import { notEligiblePage } from '../views/not-eligible';
import { questionPage } from '../views/question';
import { taskListPage } from '../views/task-list';
import { apply as words } from '../i18n/apply';
import { mayActFor, notEligible, toChooseFrom } from './for-whom';
import { packageNamed } from './package-named';
import { getMine, postMine } from './route';
import { openApplicationOf } from './submission';

/** Filling in an application: the task list, and one question per page. Each answer is saved at once. */
export const apply = [
  ...getMine('/apply', async ({ reader }, { packages }) =>
    choosePackagePage((await packages.all()).filter((each) => canApply(each, reader))),
  ),
  ...getMine('/apply/:package', async (context, { packages }) => {
    const { calls, reader } = context;
    const of = await packageNamed(context, packages);
    const draft = await loadDraft(calls, of.code);
    if (!draft) {
      const isChosen = reader.actingFor !== undefined || context.query.for === 'self';
      const people = isChosen ? undefined : await toChooseFrom(of, context);
      if (people) return forWhomPage(of, people);
      const why = await notEligible(of, context);
      if (why) return notEligiblePage(of, why);
    }
    const [asked, open] = await Promise.all([
      asApplies(of, draft?.answers ?? {}, calls),
      draft ? undefined : openApplicationOf(of, context),
    ]);
    return taskListPage(asked, draft, open);
  }),
  ...postMine('/apply/:package/for', async (context, { packages }) => {
    const of = await packageNamed(context, packages);
    const { whom } = context.form;
    if (whom === 'self') return redirect(`/apply/${of.code}?for=self`);
    if (whom === 'new') return redirect('/me/mandates/new');
    const people = await mayActFor(of, context);
    const chosen = people.find(({ residentId }) => residentId === whom);
    return chosen
      ? redirect(`/for/${chosen.residentId}/apply/${of.code}`)
      : forWhomPage(of, people, words.forWhomMissing);
  }),
  ...getMine('/apply/:package/discard', async (context, { packages }) =>
    discardPage(await packageNamed(context, packages)),
  ),
  ...postMine('/apply/:package/discard', async (context, { packages }) => {
    const of = await packageNamed(context, packages);
    await discardDraft(context.calls, of.code);
    return redirect(`${basePath(context.reader)}/applications`);
  }),
  ...getMine('/apply/:package/:question', async (context, { packages }) => {
    const of = await packageNamed(context, packages);
    const field = fieldNamed(of, context.params.question);
    const draft = await loadDraft(context.calls, of.code);
    const answered = isAnswered(field, draft);
    const [asked, known] = await Promise.all([
      asApplies(of, draft?.answers ?? {}, context.calls),
      answered ? undefined : knownOf(field, of, context),
    ]);
    return questionPage({
      of: inPlace(field, of, asked),
      field,
      typed: typedAgain(field, answered ? draft?.answers[field.name] : known?.value),
      source: known?.source.name,
      back: backFrom(context),
    });
  }),
  ...postMine('/apply/:package/:question', async (context, { packages }) => {
    const of = await packageNamed(context, packages);
    const field = fieldNamed(of, context.params.question);
    const { answers, typed, problems } = readForm([field], context.form);
    const back = backFrom(context);
    if (problems.length > 0)
      return questionPage({ of, field, typed: typed[field.name] ?? '', problem: problems[0]?.text, back });
    const others = (given: Readonly<Record<string, unknown>>) => ({ ...given, [field.name]: answers[field.name] });
    try {
      const change = (draft: Pick<Draft, 'answers' | 'materials'>) => ({ ...draft, answers: others(draft.answers) });
      const saved = await changeDraft(context.calls, of.code, change, field.name);
      const asked = inPlace(field, of, await asApplies(of, saved.answers, context.calls));
      return redirect(placeAfter(context, asked, field, back && checkAnswersOf(of.code, saved)));
    } catch (error) {
      if (!(error instanceof ApiDown)) throw error;
      return questionPage({ of, field, typed: typed[field.name] ?? '', problem: words.notSaved, back });
    }
  }),
];

/** The next page: the next question, or the page from which this one was changed. */
function placeAfter({ reader }: RequestContext, asked: Package, { name }: FormField, back: string | undefined): string {
  const base = `${basePath(reader)}/apply/${asked.code}`;
  if (back) return `${base}/${back}`;
  const next = questionAfter(asked, name);
  return next ? `${base}/${next.name}` : base;
}

/** A question that was dropped but is opened directly keeps its position in the whole form. */
const inPlace = ({ name }: FormField, whole: Package, asked: Package): Package =>
  asked.form.some((field) => field.name === name) ? asked : whole;

/** A single change returns to the check page. */
const backFrom = ({ query }: RequestContext): 'check-answers' | undefined =>
  query.from === 'check-answers' ? 'check-answers' : undefined;

function fieldNamed({ form }: Package, name: string | undefined): FormField {
  const found = form.find((field) => field.name === name);
  if (!found) throw new NotFound();
  return found;
}

/** Answers from the register, with their source. A register that is down does not prevent an application. */
async function knownOf(
  { name, prefill }: FormField,
  of: Package,
  { calls }: RequestContext,
): Promise<{ value: unknown; source: { name: BilingualText } } | undefined> {
  if (!prefill) return undefined;
  try {
    const { fields } = await calls.call('get', '/api/me/profile', { query: { package: of.code } });
    return fields.find((field) => field.name === name);
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) throw error;
    return undefined;
  }
}
