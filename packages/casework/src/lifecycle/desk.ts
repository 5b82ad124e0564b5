import { casework } from '@lianban/protos';
import type { WorkingDays } from '../calendar/working-days';
import { type Refusal, refuse } from '@lianban/model';
import { provisionalLimits } from './clock';
import { clockView } from './clock-view';
import type { CaseCommand } from './commands';
import { correctionAskMessage, correctionMessage } from './correction-message';
import type { DecisionAsk } from './decision-ask';
import type { StepRequest } from './item';
import { type CaseState, awaited, knownFacts, pauseOf } from './state';
import { decidedByMessage, groundMessage, outcomeMessage, outcomeOf, refMessage } from '../contract/wire';

/** One case as the desk shows it at `now`; undefined when nothing was ever received under this id. */
export const caseMessage = (
  state: CaseState,
  version: number,
  now: Date,
  calendar: WorkingDays,
): casework.v1.Case | undefined => {
  if (state.status === 'unreceived') return undefined;
  const { file } = state;
  const { request, clock } = file;
  const { place } = state;
  const marks = provisionalLimits(clock ?? {}, { ...request, ...(clock && { extendedBy: clock.extendedBy }) });
  const pause = pauseOf(state);
  const ruling = 'ruling' in state ? state.ruling : undefined;
  return {
    id: state.id,
    ref: refMessage(request),
    status: state.status,
    version,
    residentId: request.residentId,
    answers: { ...request.answers },
    earlier: { ...request.earlier },
    materials: request.materials.map((material) => ({ ...material })),
    handedInAt: handedInAt(request),
    missing: state.status === 'supplement' ? state.missing.map((one) => ({ ...one })) : [],
    known: { ...knownFacts(file) },
    receivedAt: file.receivedAt,
    acceptedAt: clock?.acceptedAt,
    promisedAt: clock?.promisedAt,
    statutoryAt: clock?.statutoryAt,
    pausedAt: pause?.since,
    pausedFor: pause?.reason ?? '',
    outcome: ruling ? outcomeMessage(ruling.outcome) : casework.v1.Outcome.UNSPECIFIED,
    reason: ruling?.reason ?? file.handedOver ?? '',
    facts: { ...ruling?.facts },
    // While a person looks at what a rule refused, that is what they look at.
    grounds: (ruling ?? file.reviewOf)?.grounds.map(groundMessage) ?? [],
    officer: file.officer ?? '',
    decidedBy: decidedByMessage(file.decidedBy),
    district: request.district,
    objections: [...file.objections],
    holder: file.holder ?? '',
    clock: clockView(state, now, calendar),
    promisedProvisional: marks.promised,
    statutoryProvisional: marks.statutory,
    changedAt: place?.changedAt,
    changedBy: place?.changedBy ?? '',
    change: place?.change ?? '',
    handedOver: file.handedOver ?? '',
    awaited: [...awaited(file)],
    closedAt: place?.closedAt,
    filedBy: [...(request.filedBy ?? [])],
    extension: file.extension && casework.v1.CaseExtension.fromPartial(file.extension),
    decisionAsk: decisionAskMessage(file.decisionAsk),
    correctionAsk: correctionAskMessage(file.correctionAsk),
    corrections: (file.corrections ?? []).map(correctionMessage),
    approvedBy: ('approvedBy' in state ? state.approvedBy : undefined) ?? '',
    dismissedObjections: [...(file.dismissed ?? [])],
    deemed: file.deemed ?? false,
  };
};

/** By reference, of what a supplement brought. */
const handedInAt = ({ materials }: StepRequest): Record<string, Date> =>
  Object.fromEntries(materials.flatMap(({ reference, handedInAt: at }) => (at ? [[reference, at]] : [])));

const decisionAskMessage = (ask: DecisionAsk | undefined): casework.v1.DecisionAsk | undefined => {
  if (!ask) return undefined;
  const { ruling, status, askedBy, askedAt, until, answeredBy = '', answeredAt } = ask;
  const { reason, facts } = ruling;
  return { status, reason, facts: { ...facts }, askedBy, askedAt, until, answeredBy, answeredAt };
};

/**
 * What the case waits for, for the resident to read. A rule's own sentence is left out: it is in one language, and the catalogue
 * names what a rule asks for in both.
 */
export const missingMessage = (state: CaseState): casework.v1.ListMissingResponse => {
  if (state.status !== 'supplement') return { wanted: [], askedAt: undefined };
  const { materials } = state.file.request;
  const wanted = state.missing.map(({ code, note }) => ({
    code,
    note: state.askedBy === 'rule' ? '' : note,
    received: materials.filter((material) => material.code === code).map((material) => ({ ...material })),
  }));
  return { wanted, askedAt: state.askedAt };
};

/**
 * What an officer asks through the desk, as a command. `officer` is the caller's identity as the gateway proved it, never
 * a field of the request. Whether the officer saw the present version is checked where the document is loaded.
 */
export const deskActs = {
  accept: (_request: casework.v1.AcceptRequest, officer: string) => ({ type: 'Accept', officer }),
  requestSupplement: ({ missing }: casework.v1.RequestSupplementRequest, officer: string) => ({
    type: 'RequestSupplement',
    officer,
    missing,
  }),
  pause: ({ reason }: casework.v1.PauseRequest, officer: string) => ({ type: 'Pause', officer, reason }),
  resume: (_request: casework.v1.ResumeRequest, officer: string) => ({ type: 'Resume', officer }),
  extend: ({ days, reason }: casework.v1.ExtendRequest, officer: string) => ({
    type: 'AskExtension',
    officer,
    days,
    reason,
  }),
  decide: ({ outcome, reason, findings }: casework.v1.DecideRequest, officer: string) => {
    const decided = outcomeOf(outcome);
    if (!decided) return refuse('outcome-missing', 'Say whether the case is granted or refused.', '/outcome');
    return { type: 'Decide', officer, outcome: decided, reason, findings: findings ?? {} };
  },
  claim: (_request: casework.v1.ClaimRequest, officer: string) => ({ type: 'Claim', officer }),
} as const satisfies Record<string, (request: never, officer: string) => CaseCommand | Refusal>;
