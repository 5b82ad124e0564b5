import { CallFailed } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import { entitlements as contract } from '@lianban/protos';
import { z } from 'zod';
import { route } from '../http/route';
import type { Ports } from '../ports';
import {
  dueList,
  entitlementActBody,
  entitlementShape,
  entitlementView,
  grantedEntitlement,
} from '../schemas/entitlement';
import { page } from '../schemas/page';
import type { Officer } from '../token/identity';
import { handling, lookInto } from './desk-look';
import { deskOf } from './desk-reach';

const clientOf = (who: Officer, ports: Ports) => {
  // Whose department has no desk is told so, as everywhere at the desk.
  deskOf(who, ports);
  return ports.clientOf(who.department, contract.v1.EntitlementsServiceService);
};

const grantsNothing = refuse('entitlement-not-found', 'Your department grants nothing that recurs.');
/** A department without benefits that recur has no such service. */
async function ifServed<T>(asked: Promise<T>) {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CallFailed && error.code === 'UNIMPLEMENTED') return grantsNothing;
    throw error;
  }
}

export const deskEntitlements = [
  route({
    method: 'get',
    path: '/api/desk/entitlements',
    id: 'listDueEntitlements',
    summary: 'What my department pays and must look at by a day, the earliest first. Names nobody',
    who: 'officer',
    shows: 'nothing',
    query: page.extend({ until: z.iso.date().default('9999-12-31') }),
    answers: dueList,
    async answer({ who, query: { until, limit, cursor = '' }, call }, ports) {
      const request = { until, limit, cursor, district: who.district ?? '' };
      const found = await ifServed(clientOf(who, ports).listDue(request, call));
      if (found === grantsNothing) return { body: { entitlements: [] } };
      if (isRefusal(found)) return found;
      const listed = found.entitlements.map((each) => ({ ...entitlementView(each), payee: '' }));
      return { body: { entitlements: listed, nextCursor: found.nextCursor || undefined } };
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/cases/:number/:step/entitlement',
    id: 'getEntitlement',
    summary: 'What a case of my department granted that recurs. The look is recorded for the resident to see',
    who: 'officer',
    shows: handling('entitlement'),
    answers: grantedEntitlement,
    async answer(context, ports) {
      const { who, path, call } = context;
      const looked = await lookInto(context, ports);
      if (isRefusal(looked)) return looked;
      const caseId = `${path.number}/${path.step}`;
      const found = await ifServed(clientOf(who, ports).get({ caseId }, call));
      if (isRefusal(found)) return found.refused === grantsNothing.refused ? { body: {} } : found;
      return { body: { entitlement: entitlementView(found) } };
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/cases/:number/:step/entitlement',
    id: 'actOnEntitlement',
    summary: 'Confirm, suspend, stop or resume what a case granted; what moves money waits for a second person',
    who: 'officer',
    shows: handling('entitlement'),
    needs: 'if-match',
    body: entitlementActBody,
    answers: entitlementShape,
    async answer(context, ports) {
      const { who, path, body, version, call } = context;
      const looked = await lookInto(context, ports);
      if (isRefusal(looked)) return looked;
      const caseId = `${path.number}/${path.step}`;
      const { from = '', cause = '', ...act } = body;
      const done = await ifServed(clientOf(who, ports).act({ caseId, version, from, cause, ...act }, call));
      return isRefusal(done) ? done : { body: entitlementView(done) };
    },
  }),
];
