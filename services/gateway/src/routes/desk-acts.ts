import { isRefusal } from '@lianban/model';
import { z } from 'zod';
import { type RequestContext, route } from '../http/route';
import type { Ports } from '../ports';
import { outcome, outcomeOf } from '../schemas/outcome';
import { named } from '../schemas/components';
import { freeForm } from '../schemas/free-form';
import { missing, personId, reason } from '../schemas/common';
import { because } from './application-acts';
import { assigneeOf, notFor } from './assignee';
import { type CasePathNames, act, asOfficer } from './desk-act';
import { recordLook } from './desk-look';
import { deskOf, reachCase } from './desk-reach';
import { recused, relationTo, withheld } from './recusal';
import { wholeCase } from './whole-case';

const assignment = named('Assignment', z.strictObject({ to: personId.describe('The officer who is to have it') }));
const supplementRequest = named('SupplementRequest', z.strictObject({ missing: z.array(missing).min(1).max(50) }));
const extension = named('Extension', z.strictObject({ days: z.number().int().min(1).max(366), reason }));
const decision = named(
  'Decision',
  z.strictObject({ outcome, reason, findings: freeForm('What the officer found.').optional() }),
);

/** Letting go stays possible for whoever must stay out: they can have come to hold the case before that was known. */
const letGo = async (context: RequestContext<'officer', CasePathNames, unknown, unknown>, ports: Ports) => {
  const { who, path, version, call } = context;
  const at = { id: `${path.number}/${path.step}`, version };
  const found = await reachCase(who, at.id, ports, call);
  if (isRefusal(found)) return found;
  const conflict = await relationTo(who.id, found, ports, call);
  if (isRefusal(conflict)) return conflict;
  const no = await recordLook(conflict ? withheld(found) : found, context, ports);
  if (no) return no;
  const done = await deskOf(who, ports).release(at, call);
  return isRefusal(done) ? done : wholeCase(conflict ? withheld(done) : done, ports, call, conflict);
};

/** Acts of an officer on a case. */
export const deskActs = [
  route({
    ...asOfficer,
    path: '/api/desk/cases/:number/:step/claim',
    id: 'claimCase',
    summary: 'Take a case in hand that nobody has; 409 held-by-another when somebody has',
    answer: act((desk, at, _, call) => desk.claim(at, call)),
  }),
  route({
    ...asOfficer,
    path: '/api/desk/cases/:number/:step/release',
    id: 'releaseCase',
    summary: 'Give the case back to the team',
    toRecused: 'withheld',
    answer: letGo,
  }),
  route({
    ...asOfficer,
    who: 'supervisor',
    path: '/api/desk/cases/:number/:step/assignment',
    id: 'assignCase',
    summary: 'Hand the case to an officer, whoever has it',
    body: assignment,
    answer: act(
      (desk, at, body, call) => desk.reassign({ ...at, ...body }, call),
      undefined,
      async (found, { to }, { department }, ports, call) =>
        notFor(assigneeOf(to, department, ports.staff.list()), found) ?? recused(to, found, ports, call, '/to'),
    ),
  }),
  route({
    ...asOfficer,
    path: '/api/desk/cases/:number/:step/acceptance',
    id: 'acceptCase',
    summary: 'Accept the case 受理',
    answer: act((desk, at, _, call) => desk.accept(at, call)),
  }),
  route({
    ...asOfficer,
    path: '/api/desk/cases/:number/:step/supplement-request',
    id: 'requestSupplement',
    summary: 'Tell the resident everything that is missing, at once 补正告知',
    body: supplementRequest,
    answer: act((desk, at, body, call) => desk.requestSupplement({ ...at, ...body }, call)),
  }),
  route({
    ...asOfficer,
    path: '/api/desk/cases/:number/:step/pause',
    id: 'pauseCase',
    summary: 'Stop the clock, with the reason told',
    body: because,
    answer: act(
      (desk, at, body, call) => desk.pause({ ...at, ...body }, call),
      ({ reason }) => ({ use: 'pause', reason }),
    ),
  }),
  route({
    ...asOfficer,
    path: '/api/desk/cases/:number/:step/resumption',
    id: 'resumeCase',
    summary: 'Let the clock run again',
    answer: act((desk, at, _, call) => desk.resume(at, call)),
  }),
  route({
    ...asOfficer,
    path: '/api/desk/cases/:number/:step/extension',
    id: 'extendCase',
    summary: 'Ask for an extension of the limit, with the reason told: it moves once a supervisor approves',
    body: extension,
    answer: act(
      (desk, at, body, call) => desk.extend({ ...at, ...body }, call),
      ({ reason }) => ({ use: 'extend', reason }),
    ),
  }),
  route({
    ...asOfficer,
    path: '/api/desk/cases/:number/:step/decision',
    id: 'decideCase',
    summary: 'Grant or refuse, with reason and findings',
    body: decision,
    answer: act(
      (desk, at, { findings = {}, ...body }, call) =>
        desk.decide({ ...at, ...body, findings, outcome: outcomeOf(body.outcome) }, call),
      ({ outcome: chosen, reason }) => ({ use: chosen === 'granted' ? 'grant' : 'refuse', reason }),
    ),
  }),
];
