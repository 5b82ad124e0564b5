import { isRefusal } from '@lianban/model';
import { route } from '../http/route';
import { consentList, consentShape, consentView } from '../schemas/consent';
import { page } from '../schemas/page';
import { unlessEmpty } from '../schemas/common';

/** A resident's consents: who may be told what about them, for which purpose. */
export const consents = [
  route({
    method: 'get',
    path: '/api/me/consents',
    id: 'listConsents',
    summary: 'What I agreed to, newest first',
    who: 'resident',
    query: page,
    answers: consentList,
    async answer({ who, query: { limit, cursor = '' }, call }, ports) {
      const found = await ports.consents.list({ residentId: who.id, limit, cursor }, call);
      if (isRefusal(found)) return found;
      return { body: { consents: found.consents.map(consentView), nextCursor: unlessEmpty(found.nextCursor) } };
    },
  }),
  route({
    method: 'post',
    path: '/api/me/consents/:consent/revocation',
    id: 'revokeConsent',
    summary: 'Revoke a consent for the future: a department that asks again is told nothing, and asks me',
    who: 'resident',
    answers: consentShape,
    async answer({ who, path, call }, ports) {
      const revoked = await ports.consents.revoke({ consentId: path.consent, residentId: who.id }, call);
      return isRefusal(revoked) ? revoked : { body: consentView(revoked) };
    },
  }),
];
