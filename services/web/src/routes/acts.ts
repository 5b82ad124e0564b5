import { z } from 'zod';
import type { Ask } from '../http/ask';
import type { Answer } from '../page/page';
import type { Text } from '../page/reader';
import { objectPage, withdrawPage } from '../views/acts';
import { applications } from '../words/applications';
import { applicationOf, carryOut, stepOf } from './application-of';
import { getMine, postMine } from './route';
import { supplement } from './supplement';

const longestReason = 2000;
const reasonForm = z.object({ reason: z.string().trim().catch('') });

/** What a person does with an application that is under way. */
export const acts = [
  ...supplement,
  ...getMine('/applications/:number/withdraw', async (ask) => withdrawPage(await applicationOf(ask), { typed: '' })),
  ...postMine('/applications/:number/withdraw', async (ask) =>
    withReason(ask, '/withdrawal', async (typed, problem) =>
      withdrawPage(await applicationOf(ask), { typed, problem }),
    ),
  ),
  ...getMine('/applications/:number/steps/:step/objection', async (ask) => {
    const of = await applicationOf(ask);
    return objectPage(of, stepOf(of, ask.params.step), { typed: '' });
  }),
  ...postMine('/applications/:number/steps/:step/objection', async (ask) =>
    withReason(ask, `/steps/${encodeURIComponent(ask.params.step ?? '')}/objection`, async (typed, problem) => {
      const of = await applicationOf(ask);
      return objectPage(of, stepOf(of, ask.params.step), { typed, problem });
    }),
  ),
];

/** Sends a reason to `act` of the application; asks again when there is none. */
async function withReason(
  ask: Ask,
  act: string,
  again: (typed: string, problem: Text) => Promise<Answer>,
): Promise<Answer> {
  const { reason } = reasonForm.parse(ask.form);
  if (reason === '') return again(reason, applications.reasonMissing);
  if (reason.length > longestReason) return again(reason, applications.reasonLong);
  return carryOut(ask, act, { reason });
}
