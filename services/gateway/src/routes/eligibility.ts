import { isRefusal } from '@lianban/model';
import { z } from 'zod';
import { mustCover } from '../http/on-behalf-of';
import { route } from '../http/route';
import { eligibility as shape } from '../schemas/check';
import { code } from '../schemas/common';
import { registeredOf } from './registered';

const query = z.strictObject({ package: code });

export const eligibility = [
  route({
    method: 'get',
    path: '/api/me/eligibility',
    id: 'getEligibility',
    summary:
      'Does the register let me apply for this package? The same rules as for the application itself; nothing is stored',
    who: 'resident',
    onBehalfOf: true,
    query,
    answers: shape,
    async answer({ onBehalfOf, query: asked, call }, ports) {
      mustCover(onBehalfOf, asked.package);
      const applicant = await registeredOf(onBehalfOf.residentId, ports, call);
      if (isRefusal(applicant)) return { body: { why: applicant.refused } };
      const request = { package: asked.package, answers: {}, complete: false, applicant };
      const found = await ports.applications.check(request, call);
      return isRefusal(found) ? found : { body: { why: found.notEligible || undefined } };
    },
  }),
];
