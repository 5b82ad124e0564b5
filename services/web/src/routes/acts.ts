import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { formKey, keyFrom } from '../forms/form-key';
import type { RequestContext } from '../http/request-context';
import type { PageResult } from '../page/page';
import type { BilingualText } from '../page/reader';
import { objectPage, withdrawPage } from '../views/acts';
import { applications } from '../i18n/applications';
import { applicationOf, carryOut, numberIn, stepOf } from './application-of';
import { getMine, postMine } from './route';
import { supplement } from './supplement';

const longestReason = 2000;
const reasonForm = z.object({ reason: z.string().trim().catch('') });

/** Requests about an application under way. */
export const acts = [
  ...supplement,
  ...getMine('/applications/:number/withdraw', async (context) =>
    withdrawPage(await applicationOf(context), { typed: '' }),
  ),
  ...postMine('/applications/:number/withdraw', async (context) =>
    withReason(
      context,
      async (typed, problem) => withdrawPage(await applicationOf(context), { typed, problem }),
      (reason) => {
        const sent = { path: numberIn(context), body: { reason } };
        return carryOut(context, () => context.calls.call('post', '/api/applications/{number}/withdrawal', sent));
      },
    ),
  ),
  ...getMine('/applications/:number/steps/:step/objection', async (context) => {
    const of = await applicationOf(context);
    return objectPage(of, stepOf(of, context.params.step), { typed: '', key: randomUUID() });
  }),
  ...postMine('/applications/:number/steps/:step/objection', async (context) => {
    const key = formKey(context.form) ?? randomUUID();
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
