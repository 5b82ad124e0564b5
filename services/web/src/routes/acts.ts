import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { formKey, keyFrom } from '../forms/form-key';
import type { RequestContext } from '../http/request-context';
import type { PageResult } from '../page/page';
import type { BilingualText } from '../page/reader';
import type { PackageCatalogue } from '../catalogue/packages';
import { mayObject } from '../forms/step-state';
import { noObjectionPage, objectPage, withdrawPage } from '../views/acts';
import { applications } from '../i18n/applications';
import { applicationOf, carryOut, numberIn, stepOf } from './application-of';
import { getMine, postMine } from './route';
import { supplement } from './supplement';

const longestReason = 2000;
const reasonForm = z.object({ reason: z.string().trim().catch('') });

/** Requests about an application under way. */
export const acts = [
  ...supplement,
  ...getMine('/applications/:number/withdraw', async (context, { packages }) =>
    withdrawPage(await withdrawn(context, packages), { typed: '' }),
  ),
  ...postMine('/applications/:number/withdraw', async (context, { packages }) => {
    const { reason: typed } = reasonForm.parse(context.form);
    if (typed.length > longestReason)
      return withdrawPage(await withdrawn(context, packages), { typed, problem: applications.reasonLong });
    const sent = { path: numberIn(context), body: { reason: typed || applications.noReason.zh } };
    return carryOut(context, () => context.calls.call('post', '/api/applications/{number}/withdrawal', sent));
  }),
  ...getMine('/applications/:number/steps/:step/objection', async (context) => {
    const of = await applicationOf(context);
    const step = stepOf(of, context.params.step);
    return mayObject(step) ? objectPage(of, step, { typed: '', key: randomUUID() }) : noObjectionPage(of);
  }),
  ...postMine('/applications/:number/steps/:step/objection', async (context) => {
    const key = formKey(context.form) ?? randomUUID();
    const now = await applicationOf(context);
    if (!mayObject(stepOf(now, context.params.step))) return noObjectionPage(now);
    return withReason(
      context,
      async (typed, problem) => {
        const of = await applicationOf(context);
        return objectPage(of, stepOf(of, context.params.step), { typed, problem, key });
      },
      (reason) => {
        const path = { ...numberIn(context), step: context.params.step ?? '' };
        const sent = { path, body: { reason }, header: keyed(key, reason) };
        return carryOut(context, () =>
          context.calls.call('post', '/api/applications/{number}/steps/{step}/objection', sent),
        );
      },
    );
  }),
];

/** The application that would be withdrawn, with what the catalogue says of its package. */
async function withdrawn(context: RequestContext, packages: PackageCatalogue) {
  const [of, all] = await Promise.all([applicationOf(context), packages.all()]);
  return { of, described: all.find(({ code }) => code === of.package) };
}

/** An Idempotency-Key by text and page: the same text from the same page is one objection, another text another. */
const keyed = (key: string, reason: string) => ({ 'Idempotency-Key': keyFrom(key, reason) });

/** Performs the act with the typed reason; asks again without one. */
async function withReason(
  context: RequestContext,
  again: (typed: string, problem: BilingualText) => Promise<PageResult>,
  act: (reason: string) => Promise<PageResult>,
): Promise<PageResult> {
  const { reason } = reasonForm.parse(context.form);
  if (reason === '') return again(reason, applications.reasonMissing);
  if (reason.length > longestReason) return again(reason, applications.reasonLong);
  return act(reason);
}
