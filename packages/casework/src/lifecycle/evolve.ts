import { accepted, limitsIn } from './clock';
import { type AcceptBy, type CaseEvent, type CaseReceived, authorOf } from './events';
import { withoutOpenCorrection } from './correction';
import { withoutOpenAsks, withoutOpenDecision } from './decision-ask';
import { answeredAsk, lapsed } from './four-eyes';
import type { Material, StepRequest } from './item';
import { type CaseFile, type CaseState, type FiledCase, pauseOf } from './state';
import {
  concluded,
  confirmed,
  corrected,
  forgotten,
  nobodys,
  resumed,
  reviewed,
  signed,
  unavailable,
  waitsBut,
  withdrawn,
  without,
} from './file-changes';

/** The case after one more event. Throws on an event that cannot follow: that is a bug, or a damaged document. */
export const evolve = (state: CaseState, event: CaseEvent): CaseState => {
  if (event.type === 'CaseReceived') return receive(state.id, event);
  if (state.status === 'unreceived') throw new Error(`${event.type} happened to case ${state.id} before its receipt`);
  return proceed(state, event);
};

export const evolveAll = (state: CaseState, events: readonly CaseEvent[]): CaseState => events.reduce(evolve, state);

type Supplement = Pick<StepRequest, 'answers' | 'materials'> & {
  readonly providedBy?: string;
  readonly providedAt?: Date;
};

/**
 * Answers given again replace the earlier ones. Materials of the same code are pages of one paper in their order: what comes later is added,
 * so that the officer has both, with the day of each. Only a promise 告知承诺 gives way to the paper itself.
 */
export const supplemented = (request: StepRequest, more: Supplement): StepRequest => {
  const isReplaced = (old: Material) =>
    more.materials.some(
      ({ code, grade, reference }) =>
        code === old.code && (reference === old.reference || (old.grade === 'D' && grade !== 'D')),
    );
  const handedInAt = more.providedAt;
  const { filedBy = [] } = request;
  const { providedBy } = more;
  return {
    ...request,
    ...(providedBy && !filedBy.includes(providedBy) && { filedBy: [...filedBy, providedBy] }),
    answers: { ...request.answers, ...more.answers },
    materials: [
      ...request.materials.filter((old) => !isReplaced(old)),
      ...more.materials.map((material) => (handedInAt ? { ...material, handedInAt } : material)),
    ],
  };
};

/** What was missing counts as there since it was handed in: never before it was asked for, nor after it is known. */
export const suppliedSince = (askedAt: Date, providedAt: Date, knownAt: Date): Date =>
  [askedAt, providedAt, knownAt].toSorted((a, b) => a.getTime() - b.getTime())[1]!;

const receive = (id: string, event: CaseReceived): FiledCase => ({
  id,
  status: 'received',
  ...acceptByIn(event),
  file: {
    request: event.request,
    decidedBy: event.request.decidedBy,
    receivedAt: event.receivedAt,
    completeAt: event.receivedAt,
    asked: [],
    known: {},
    unavailable: {},
    waits: [],
    objections: [],
  },
});

const proceed = (state: FiledCase, event: Exclude<CaseEvent, CaseReceived>): FiledCase => {
  const { id, file } = state;
  switch (event.type) {
    case 'SupplementAsked': {
      const pause = pauseOf(state);
      const { missing, answerBy, by: askedBy, at: askedAt } = event;
      return {
        id,
        file: withoutOpenDecision(signed(file, event)),
        status: 'supplement',
        missing,
        askedAt,
        answerBy,
        askedBy,
        ...(pause && { pause }),
      };
    }
    case 'SupplementGiven': {
      const pause = pauseOf(state);
      const askedAt = state.status === 'supplement' ? state.askedAt : file.receivedAt;
      const given: CaseFile = { ...file, request: supplemented(file.request, event), suppliedAt: event.providedAt };
      return pause
        ? { id, file: given, status: 'paused', pause }
        : {
            id,
            file: { ...given, completeAt: suppliedSince(askedAt, event.providedAt, event.at) },
            status: 'received',
            ...acceptByIn(event),
          };
    }
    case 'CaseAccepted': {
      const clock = { acceptedAt: event.acceptedAt, pauses: [], extendedBy: 0, ...limitsIn(event) };
      return { id, file: { ...signed(file, event), clock, ...(event.deemed && { deemed: true }) }, status: 'accepted' };
    }
    case 'DatesSet': {
      if (!file.clock)
        return state.status === 'received' ? { id, file, status: 'received', ...acceptByIn(event) } : state;
      const { acceptedAt, pauses, extendedBy } = file.clock;
      return { ...state, file: { ...file, clock: { acceptedAt, pauses, extendedBy, ...limitsIn(event) } } };
    }
    case 'CaseHandedOver':
      return { ...state, file: { ...file, decidedBy: 'officer', handedOver: event.why } };
    case 'FactAsked':
      return { ...state, file: { ...file, asked: [...file.asked, event.name] } };
    case 'FactLearnt':
      return {
        ...state,
        file: {
          ...file,
          known: { ...file.known, [event.name]: event.value },
          learntAt: { ...file.learntAt, [event.name]: event.at },
          unavailable: without(file.unavailable, event.name),
        },
      };
    case 'FactOutdated':
      return { ...state, file: forgotten(file, event.name) };
    case 'FactFailed':
      return { ...state, file: unavailable(file, event.name, event.why) };
    case 'FactWithheld':
      return { ...state, file: { ...file, asked: file.asked.filter((name) => name !== event.name) } };
    case 'WaitStarted': {
      const { name, reason, until } = event;
      const asked = file.asked.includes(name) ? file.asked : [...file.asked, name];
      return { ...state, file: { ...file, asked, waits: [...waitsBut(file, name), { name, reason, until }] } };
    }
    case 'WaitEnded': {
      const ended = { ...file, waits: waitsBut(file, event.name) };
      return { ...state, file: event.available ? ended : unavailable(ended, event.name, 'wait-ended') };
    }
    case 'CasePaused': {
      const { by: cause, reason, at: since, until } = event;
      const pause = { by: cause, reason, since, ...(until && { until }) };
      return { id, file: withoutOpenDecision(signed(file, event)), status: 'paused', pause };
    }
    case 'CaseResumed':
      return { id, file: resumed(signed(file, event), pauseOf(state), event), status: 'accepted' };
    case 'ExtensionAsked': {
      const { days, reason, officer: askedBy, at: askedAt } = event;
      return {
        ...state,
        file: { ...signed(file, event), extension: { status: 'asked', days, reason, askedBy, askedAt } },
      };
    }
    case 'CaseExtended': {
      const { acceptedAt, pauses, extendedBy } = accepted(file);
      const clock = { acceptedAt, pauses, extendedBy: extendedBy + event.days, ...limitsIn(event) };
      const { officer } = event;
      return { ...state, file: { ...file, officer, clock, extension: answeredAsk(file.extension, 'approved', event) } };
    }
    case 'ExtensionRefused':
      return {
        ...state,
        file: { ...file, officer: event.officer, extension: answeredAsk(file.extension, 'refused', event) },
      };
    case 'ExtensionLapsed':
      return file.extension ? { ...state, file: { ...file, extension: lapsed(file.extension) } } : state;
    case 'DecisionAsked': {
      const { ruling, findings, until, officer: askedBy, at: askedAt } = event;
      const decisionAsk = { status: 'asked', ruling, findings, until, askedBy, askedAt } as const;
      return { ...state, file: { ...signed(file, event), decisionAsk } };
    }
    case 'DecisionDeclined':
      return {
        ...state,
        file: { ...file, officer: event.officer, decisionAsk: answeredAsk(file.decisionAsk, 'refused', event) },
      };
    case 'DecisionAskLapsed':
      return { ...state, file: withoutOpenDecision(file) };
    case 'AskWithdrawn':
      return { ...state, file: withdrawn(file, event) };
    case 'NoticeOpened': {
      const { ruling, until, at: since } = event;
      return {
        id,
        file: concluded(signed(file, event), event),
        status: 'notice',
        ruling,
        since,
        until,
        ...authorOf(event),
      };
    }
    case 'NoticeObjected': {
      const objected: CaseFile = {
        ...file,
        decidedBy: 'officer',
        handedOver: 'objection-raised',
        objections: [...file.objections, event.objection],
      };
      const pause = pauseOf(state);
      return pause ? { id, file: objected, status: 'paused', pause } : { id, file: objected, status: 'accepted' };
    }
    case 'NoticeRanOut':
      return { ...state, file: { ...file, confirming: true } };
    case 'NoticeWithdrawn': {
      const rest = confirmed(file);
      const pause = pauseOf(state)!;
      return {
        id,
        file: file.decidedBy === 'officer' ? { ...rest, handedOver: event.why } : rest,
        status: 'paused',
        pause,
      };
    }
    case 'ObjectionAdded':
      return { ...state, file: { ...file, objections: [...file.objections, event.objection] } };
    case 'ReviewOpened': {
      if (state.status !== 'decided') throw new Error(`A review of case ${id} was opened while ${state.status}`);
      return { id, file: reviewed(withoutOpenCorrection(file), state.ruling, event), status: 'accepted' };
    }
    case 'ObjectionDismissed':
      return { ...state, file: { ...file, dismissed: [...(file.dismissed ?? []), event.objection] } };
    case 'CaseDecided': {
      const { ruling, at } = event;
      return { id, file: concluded(signed(file, event), event), status: 'decided', ruling, at, ...authorOf(event) };
    }
    case 'CorrectionAsked': {
      const { ruling, reason, findings, until, officer: askedBy, at: askedAt } = event;
      const correctionAsk = { status: 'asked', ruling, reason, findings, until, askedBy, askedAt } as const;
      return { ...state, file: { ...file, officer: askedBy, correctionAsk } };
    }
    case 'CorrectionDeclined':
      return {
        ...state,
        file: { ...file, officer: event.officer, correctionAsk: answeredAsk(file.correctionAsk, 'refused', event) },
      };
    case 'CorrectionAskLapsed':
      return { ...state, file: withoutOpenCorrection(file) };
    case 'CaseCorrected': {
      if (state.status !== 'decided') throw new Error(`Case ${id} was corrected while ${state.status}`);
      const { ruling, at, officer, approvedBy, findings } = event;
      const author = { decidedBy: 'officer', officer, approvedBy, findings } as const;
      return { id, file: corrected(file, event), status: 'decided', ruling, at, ...author };
    }
    case 'CaseClaimed':
    case 'CaseReassigned':
      return { ...state, file: { ...file, holder: event.holder } };
    case 'CaseReleased': {
      return file.holder === undefined ? state : { ...state, file: nobodys(file) };
    }
    case 'CaseCancelled':
      return { id, file: withoutOpenAsks(file), status: 'cancelled', at: event.at, reason: event.reason };
    case 'CaseCompensated': {
      if (state.status !== 'decided') throw new Error(`Case ${id} was compensated while ${state.status}`);
      return {
        ...state,
        file: withoutOpenCorrection(file),
        status: 'compensated',
        compensatedAt: event.at,
        compensatedFor: event.reason,
      };
    }
  }
};

const acceptByIn = ({ acceptBy, provisionalAfter }: AcceptBy): AcceptBy => ({
  ...(acceptBy && { acceptBy }),
  ...(provisionalAfter && { provisionalAfter }),
});
