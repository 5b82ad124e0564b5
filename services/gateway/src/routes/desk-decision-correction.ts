import { z } from 'zod';
import { route } from '../http/route';
import { decisionError } from '../schemas/decision-correction';
import { outcome, outcomeOf } from '../schemas/outcome';
import { named } from '../schemas/components';
import { freeForm } from '../schemas/free-form';
import { act, asOfficer } from './desk-act';

const correction = named(
  'DecisionCorrection',
  z.strictObject({
    outcome: outcome.describe('What the decision is to say; refused, of a grant, revokes it'),
    error: decisionError,
    findings: freeForm('What replaces findings, answers and known facts of the decision, by name.').optional(),
  }),
);

/** A decision made in error 更正、撤销: one supervisor asks, another answers (docs/adr/0040). */
export const decisionCorrections = [
  route({
    ...asOfficer,
    who: 'supervisor',
    path: '/api/desk/cases/:number/:step/correction',
    id: 'askDecisionCorrection',
    summary:
      'Ask another supervisor to correct, or revoke, a decision made in error; nothing changes until they approve',
    body: correction,
    answer: act((desk, at, { findings = {}, error, ...body }, call) =>
      desk.askCorrection({ ...at, error, findings, outcome: outcomeOf(body.outcome) }, call),
    ),
  }),
  route({
    ...asOfficer,
    who: 'supervisor',
    path: '/api/desk/cases/:number/:step/correction/approval',
    id: 'approveDecisionCorrection',
    summary: 'Approve the correction somebody else asked for: the decision says so from now on',
    answer: act((desk, at, _, call) => desk.answerCorrection({ ...at, approve: true }, call)),
  }),
  route({
    ...asOfficer,
    who: 'supervisor',
    path: '/api/desk/cases/:number/:step/correction/refusal',
    id: 'declineDecisionCorrection',
    summary: 'Decline the correction somebody else asked for: the decision stays as it is',
    answer: act((desk, at, _, call) => desk.answerCorrection({ ...at, approve: false }, call)),
  }),
  route({
    ...asOfficer,
    who: 'supervisor',
    path: '/api/desk/cases/:number/:step/correction/withdrawal',
    id: 'withdrawDecisionCorrection',
    summary: 'Take back the correction I asked for, before it is answered',
    answer: act((desk, at, _, call) => desk.withdrawAsk({ ...at, about: 'correction' }, call)),
  }),
];
