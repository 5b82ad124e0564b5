import { isRefusal } from '@lianban/model';
import { mustCover } from '../http/on-behalf-of';
import { route } from '../http/route';
import { eligibility as shape, eligibilityQuery, eligibilityView } from '../schemas/eligibility';
import { registeredOf } from './registered';

/** The conditions on the person, by the register: asked before a form is filled in, and again when it is handed in. */
export const eligibility = [
  route({
    method: 'get',
    path: '/api/me/eligibility',
    id: 'getEligibility',
    summary:
      'May I apply for this? What the law wants of the person, and whether the register says so; nothing is stored',
    who: 'resident',
    onBehalfOf: true,
    query: eligibilityQuery,
    answers: shape,
    async answer({ onBehalfOf, query, call }, ports) {
      const { package: wanted = '' } = query;
      mustCover(onBehalfOf, wanted);
      const registered = await registeredOf(onBehalfOf.residentId, ports, call);
      if (isRefusal(registered)) return registered;
      const found = await ports.applications.check({ package: wanted, answers: {}, registered }, call);
      return isRefusal(found) ? found : { body: eligibilityView(found) };
    },
  }),
];
