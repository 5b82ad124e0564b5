import { isRefusal } from '@lianban/model';
import { mustCover } from '../http/on-behalf-of';
import { route } from '../http/route';
import { eligibility as shape } from '../schemas/check';
import { registeredOf } from './registered';

export const eligibility = [
  route({
    method: 'get',
    path: '/api/me/eligibility/:package',
    id: 'getEligibility',
    summary:
      'Does the register let me apply for this package? The same rules as for the application itself; nothing is stored',
    who: 'resident',
    onBehalfOf: true,
    answers: shape,
    async answer({ onBehalfOf, path, call }, ports) {
      mustCover(onBehalfOf, path.package);
      const applicant = await registeredOf(onBehalfOf.residentId, ports, call);
      if (isRefusal(applicant)) return { body: { why: applicant.refused } };
      const request = { package: path.package, answers: {}, complete: false, applicant };
      const found = await ports.applications.check(request, call);
      return isRefusal(found) ? found : { body: { why: found.notEligible || undefined } };
    },
  }),
];
