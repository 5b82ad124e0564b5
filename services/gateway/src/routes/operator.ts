import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { applications } from '@lianban/protos';
import type { CallOptions } from '@lianban/grpc';
import { z } from 'zod';
import { etagOf } from '../http/preconditions';
import { route } from '../http/route';
import type { Ports } from '../ports';
import { applicationShape, operatorsView } from '../schemas/application';
import { outcome, outcomeOf } from '../schemas/outcome';
import { named } from '../schemas/components';
import { reason } from '../schemas/common';
import { freeForm } from '../schemas/free-form';

const takeOver = named(
  'TakeOver',
  z.strictObject({
    outcome,
    reason,
    facts: freeForm('What the department would have said with it, as the item lists it: { "level": 2 }.').optional(),
  }),
);

const whole = (of: applications.v1.Application | Refusal) =>
  isRefusal(of) ? of : { body: operatorsView(of), etag: etagOf(of.version) };

/** Records that an operator sees the application. */
async function noteLook(
  { number, step }: { readonly number: string; readonly step: string },
  { applications, residents }: Ports,
  call: CallOptions,
): Promise<Refusal | object> {
  const found = await applications.get({ applicationNumber: number, residentId: '' }, call);
  if (isRefusal(found)) return found;
  // Nothing is shown of a step that is not there, and nothing noted.
  if (!found.steps.some(({ id }) => id === step))
    return refuse('unknown-step', `This application has no step "${step}".`);
  const purpose = { caseId: `${number}/${step}`, purpose: 'take-over' };
  return residents.recordRead({ residentId: found.residentId, purpose, fields: ['application'] }, call);
}

/** Four eyes: another operator answers; whoever asked can only take it back. */
const answering = (word: string, id: string, summary: string, approve: boolean) =>
  route({
    method: 'post',
    path: `/api/operator/applications/:number/steps/:step/take-over/${word}`,
    id,
    summary,
    who: 'operator',
    shows: { purpose: 'take-over', fields: ['application'] },
    answers: applicationShape,
    answer: async ({ who, path, call }, ports) => {
      const noted = await noteLook(path, ports, call);
      if (isRefusal(noted)) return noted;
      const about = { applicationNumber: path.number, step: path.step, operator: who.id };
      return whole(await ports.applications.answerTakeOver({ ...about, approve }, call));
    },
  });

export const operator = [
  route({
    method: 'post',
    path: '/api/operator/applications/:number/steps/:step/take-over',
    id: 'takeOverStep',
    summary:
      'Ask a second operator to approve an answer in the place of a department whose step hangs. It counts once they do. The look at the application is recorded for its applicant to see',
    who: 'operator',
    shows: { purpose: 'take-over', fields: ['application'] },
    body: takeOver,
    answers: applicationShape,
    async answer({ who, path, body, call }, ports) {
      const noted = await noteLook(path, ports, call);
      if (isRefusal(noted)) return noted;
      const about = { applicationNumber: path.number, step: path.step, operator: who.id };
      const { outcome, reason, facts } = body;
      return whole(await ports.applications.takeOver({ ...about, outcome: outcomeOf(outcome), reason, facts }, call));
    },
  }),
  answering(
    'approval',
    'approveTakeOver',
    'Approve the take-over another operator asked for: the step is answered',
    true,
  ),
  answering(
    'refusal',
    'declineTakeOver',
    'Decline the take-over another operator asked for, or take back my own: the step waits as before',
    false,
  ),
];
