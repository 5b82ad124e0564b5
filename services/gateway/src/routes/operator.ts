import { z } from 'zod';
import { route } from '../http/route';
import { applicationShape } from '../shapes/application';
import { outcome, outcomeOf } from '../shapes/case';
import { named } from '../shapes/components';
import { reason } from '../shapes/words';
import { whole } from './application-acts';

const takeOver = named('TakeOver', z.strictObject({ outcome, reason }));

export const operator = [
  route({
    method: 'post',
    path: '/api/operator/applications/:number/steps/:step/take-over',
    id: 'takeOverStep',
    summary: 'Answer in the place of a department whose step hangs',
    who: 'operator',
    body: takeOver,
    answers: applicationShape,
    async answer({ who, path, body, call }, { applications }) {
      const about = { applicationNumber: path.number, step: path.step, operator: who.id };
      return whole(
        await applications.takeOver({ ...about, outcome: outcomeOf(body.outcome), reason: body.reason }, call),
      );
    },
  }),
];
