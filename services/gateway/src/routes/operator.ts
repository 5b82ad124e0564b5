import { isRefusal } from '@lianban/model';
import { z } from 'zod';
import { route } from '../http/route';
import { applicationShape } from '../schemas/application';
import { outcome, outcomeOf } from '../schemas/case';
import { named } from '../schemas/components';
import { facts, reason } from '../schemas/common';
import { whole } from './application-acts';

const takeOver = named(
  'TakeOver',
  z.strictObject({
    outcome,
    reason,
    facts: facts
      .optional()
      .describe('What the department would have said with it, as the item lists it: { "level": 2 }'),
  }),
);

export const operator = [
  route({
    method: 'post',
    path: '/api/operator/applications/:number/steps/:step/take-over',
    id: 'takeOverStep',
    summary:
      'Answer in the place of a department whose step hangs. The look at the application is recorded for its applicant to see',
    who: 'operator',
    shows: { purpose: 'take-over', fields: ['application'] },
    body: takeOver,
    answers: applicationShape,
    async answer({ who, path, body, call }, { applications, residents }) {
      const found = await applications.get({ applicationNumber: path.number, residentId: '' }, call);
      if (isRefusal(found)) return found;
      const purpose = { caseId: `${path.number}/${path.step}`, purpose: 'take-over' };
      const noted = await residents.recordRead(
        { residentId: found.residentId, purpose, fields: ['application'] },
        call,
      );
      if (isRefusal(noted)) return noted;
      const about = { applicationNumber: path.number, step: path.step, operator: who.id };
      const { outcome, reason, facts } = body;
      return whole(await applications.takeOver({ ...about, outcome: outcomeOf(outcome), reason, facts }, call));
    },
  }),
];
