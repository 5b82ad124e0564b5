import { route } from '../http/route';
import { act, asOfficer } from './desk-act';

/** Four eyes: what one person asked for, another answers; whoever asked may take it back. */
export const secondPersonActs = [
  route({
    ...asOfficer,
    who: 'supervisor',
    path: '/api/desk/cases/:number/:step/extension/approval',
    id: 'approveExtension',
    summary: 'Approve the extension somebody else asked for: both limits move',
    answer: act((desk, at, _, call) => desk.approveExtension(at, call)),
  }),
  route({
    ...asOfficer,
    who: 'supervisor',
    path: '/api/desk/cases/:number/:step/extension/refusal',
    id: 'refuseExtension',
    summary: 'Decline the extension somebody else asked for: the limits stay',
    answer: act((desk, at, _, call) => desk.refuseExtension(at, call)),
  }),
  route({
    ...asOfficer,
    path: '/api/desk/cases/:number/:step/extension/withdrawal',
    id: 'withdrawExtension',
    summary: 'Take back the extension I asked for, before it is answered',
    answer: act((desk, at, _, call) => desk.withdrawAsk({ ...at, about: 'extension' }, call)),
  }),
  route({
    ...asOfficer,
    who: 'supervisor',
    path: '/api/desk/cases/:number/:step/decision/approval',
    id: 'approveDecision',
    summary: 'Approve the decision somebody else asked for, which grants more money than one person may',
    answer: act((desk, at, _, call) => desk.answerDecision({ ...at, approve: true }, call)),
  }),
  route({
    ...asOfficer,
    who: 'supervisor',
    path: '/api/desk/cases/:number/:step/decision/refusal',
    id: 'declineDecision',
    summary: 'Decline the decision somebody else asked for: the case stays undecided',
    answer: act((desk, at, _, call) => desk.answerDecision({ ...at, approve: false }, call)),
  }),
  route({
    ...asOfficer,
    path: '/api/desk/cases/:number/:step/decision/withdrawal',
    id: 'withdrawDecision',
    summary: 'Take back the decision I asked for, before it is answered',
    answer: act((desk, at, _, call) => desk.withdrawAsk({ ...at, about: 'decision' }, call)),
  }),
];
