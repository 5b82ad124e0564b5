import { type AskedShare, type Draft, type Package, needsConsent, sharesOf } from '@lianban/rest-client';
import { discardDraft, loadDraft } from '../api/draft';
import type { Calls } from '../api/api';
import { ApiRefusal } from '../api/problem';
import { consentIn } from '../forms/consents';
import { ruledOut, without } from '../forms/prospects';
import { tasksOf } from '../forms/tasks';
import { aboutOf, childrenFor } from '../forms/whom';
import { formKey } from '../forms/form-key';
import { keyOfShown, showedNothing } from '../forms/shown-draft';
import { uploadsGoneIn } from '../forms/uploads-gone';
import type { RequestContext } from '../http/request-context';
import { redirect } from '../page/page';
import { basePath } from '../page/reader';
import type { FieldProblem } from '../parts/error-summary';
import { checkAnswersPage } from '../views/check-answers';
import { receivedPage } from '../views/received';
import { apply } from '../i18n/apply';
import { consents } from '../i18n/consents';
import { applicationOf } from './application-of';
import { packageNamed } from './package-named';
import { getMine, postMine } from './route';
import { bodyOf, numberOf, openApplicationOf, problemsIn, problemsOfGone, submit, withoutGone } from './submission';

/** The check page, the submission and the confirmation. */
export const handIn = [
  ...getMine('/apply/:package/check-answers', async (context, { packages }) => {
    const whole = await packageNamed(context, packages);
    const draft = await loadDraft(context.calls, whole.code);
    const key = formKey({ key: context.query.of });
    if (key !== undefined && key !== keyOf(whole, draft)) {
      // A return to the check page of a submitted draft redirects to its application.
      const number = await numberOf(key, context);
      if (number !== undefined) return received(number, context);
    }
    return checked(whole, draft, context, { key: draft || !key || !showedNothing(key) ? keyOf(whole, draft) : key });
  }),
  ...postMine('/apply/:package/check-answers', async (context, { packages, log }) => {
    const whole = await packageNamed(context, packages);
    const draft = await loadDraft(context.calls, whole.code);
    const now = keyOf(whole, draft);
    const key = formKey(context.form) ?? (draft ? now : undefined);
    const isShown = key !== undefined && (draft ? key === now : showedNothing(key));
    if (!isShown) {
      const number = key === undefined ? undefined : await numberOf(key, context);
      if (number !== undefined) return received(number, context);
      return checked(whole, draft, context, { key: now, problems: [{ field: 'answers', text: apply.changedSince }] });
    }
    const { of, shares } = await asked(whole, draft, context.calls);
    const people = await childrenFor(of, context.calls);
    const whom = typeof context.form.about === 'string' ? context.form.about : '';
    const about = aboutOf(of, whom, people);
    const chosen: Readonly<Record<string, string>> = { ...choicesIn(shares, context.form), about: whom };
    const again = (problems: readonly FieldProblem[], shown = draft) =>
      checkAnswersPage({
        of,
        draft: shown,
        shares,
        people,
        chosen,
        submission: shown === draft ? key : keyOf(of, shown),
        problems,
      });
    const unsaid = about ? [] : [{ field: 'about', text: apply.chooseWhom }];
    const open = [...unansweredIn(of, draft), ...unsaid, ...undecidedIn(shares, chosen)];
    if (open.length > 0 || !about) return again(open);
    const agreed = shares.filter(({ id }) => chosen[id] === 'yes').map(consentIn(context.form));
    const body = bodyOf(of, draft, agreed, about);
    try {
      const number = await submit(body, key, context);
      if (draft)
        await discardDraft(context.calls, of.code, draft).catch((error: unknown) =>
          log.warn({ err: error }, 'draft not discarded after submission'),
        );
      return received(number, context);
    } catch (error) {
      const gone = uploadsGoneIn(error, body.materials);
      if (gone.length > 0) return again(problemsOfGone(gone, of), await withoutGone(gone, of, context));
      const problems = problemsIn(error, of, agreed);
      if (problems.length === 0) throw error;
      return again(await withPlace(problems, error, of, context));
    }
  }),
  ...getMine('/applications/:number/received', async (context) => receivedPage(await applicationOf(context))),
];

const keyOf = ({ code }: Package, draft: Draft | undefined): string => keyOfShown(code, draft);

const received = (number: string, { reader }: RequestContext) =>
  redirect(`${basePath(reader)}/applications/${number}/received`);

/** The check page of the current draft. */
async function checked(
  whole: Package,
  draft: Draft | undefined,
  context: RequestContext,
  { key, problems = [] }: { readonly key: string; readonly problems?: readonly FieldProblem[] },
) {
  const { of, shares } = await asked(whole, draft, context.calls);
  const people = await childrenFor(of, context.calls);
  return checkAnswersPage({ of, draft, shares, people, chosen: {}, submission: key, problems });
}

/** Whoever has such an application already is led to it. */
async function withPlace(problems: readonly FieldProblem[], error: unknown, of: Package, context: RequestContext) {
  if (!(error instanceof ApiRefusal) || error.slug !== 'application-open') return problems;
  const number = await openApplicationOf(of, context);
  const place = number && `${basePath(context.reader)}/applications/${number}`;
  return place ? problems.map((each) => ({ ...each, place })) : problems;
}

const unansweredIn = (of: Package, draft: Draft | undefined): readonly FieldProblem[] =>
  tasksOf(of, draft).unanswered.map(({ name, label }) => ({ field: name, text: apply.incomplete(label) }));

/** The part of the package that applies to these answers: its questions, and the shares of the applicant's data. */
async function asked(whole: Package, draft: Draft | undefined, calls: Calls) {
  const answers = draft?.answers ?? {};
  const ruled = await ruledOut(whole, answers, calls, true);
  return { of: without(whole, ruled, answers), shares: sharesOf(whole, ruled) };
}

const choicesIn = (shares: readonly AskedShare[], form: RequestContext['form']): Readonly<Record<string, string>> =>
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
