import type { Decider, Refusal } from '@lianban/model';
import { notEvidence } from './evidence';
import type {
  AnswerMandateAtCounter,
  AskMandate,
  Confirmation,
  CounterConfirmationAsked,
  GiveMandate,
  KnownMandate,
  MandateAsked,
  MandateCommand,
  MandateEvent,
  MandateState,
} from './mandate';

/** Demo value: a mandate is given for three years at most, and then given anew. */
export const LONGEST_DAYS = 3 * 366;
/** Demo value: what nobody has answered by then is over. */
export const ASK_DAYS = 30;
const MOST_PACKAGES = 50;
const dayMs = 24 * 60 * 60 * 1000;

type Answer = readonly MandateEvent[] | Refusal;

const no = (refused: string, detail: string, pointer?: string): Refusal =>
  pointer === undefined ? { refused, detail } : { refused, detail, pointer };

// The same words for a mandate of others and for none: a number must not tell whether it is in use.
export const NO_MANDATE = no('mandate-not-found', 'You have no mandate with this number.');
const NOT_PRINCIPAL = no('not-the-principal', 'Only the person it is given by can answer a mandate.');

// Recusal 回避: an officer is a resident too, and confirms nothing that is theirs.
const CONFLICT = no('conflict-of-interest', 'This mandate is yours: another officer confirms it.');

const SECOND_PERSON = no('second-person-needed', 'You asked for this yourself: another officer approves it.');
const ASKED_ALREADY = no(
  'counter-confirmation-asked',
  'Another officer is asked to approve this mandate already: it is answered or taken back first.',
);
const NOTHING_ASKED = no('no-counter-confirmation-asked', 'No officer has asked for this mandate to be approved.');

/**
 * One mandate: asked for by the agent and answered by the principal, or by a counter officer who saw evidence, with another's approval; or given by the
 * principal at once. Either of the two ends it whenever they like, and time ends it at its date, or when nobody answers. What has
 * ended stays so.
 */
export const mandate: Decider<MandateState, MandateCommand, MandateEvent> = {
  initial: (mandateId) => ({ status: 'unknown', mandateId }),
  decide,
  evolve,
  timeout: (state) =>
    state.status !== 'unknown' && isOpen(state)
      ? { at: openUntil(state), command: { type: 'LapseMandate' } }
      : undefined,
};

/** It is asked for, and can still be answered. */
export const isWaiting = (state: KnownMandate, at: Date): boolean => state.status === 'asked' && openUntil(state) > at;

/**
 * Whether the principal may be told what the agent is called: who asks says who they are, and whom the principal named by ID
 * number and name they know. By an id alone anybody could be gone through.
 */
export const tellsAgent = ({ agentKnown }: KnownMandate): boolean => agentKnown ?? true;

function openUntil({ status, until, askedAt }: KnownMandate): Date {
  const silence = new Date(askedAt.getTime() + ASK_DAYS * dayMs);
  return status === 'asked' && silence < until ? silence : until;
}

function decide(command: MandateCommand, state: MandateState, at: Date): Answer {
  if (command.type === 'AskMandate' || command.type === 'GiveMandate') return begin(command, state, at);
  if (state.status === 'unknown') return NO_MANDATE;
  switch (command.type) {
    case 'ConfirmMandate':
      return answered(state, command.residentId) ?? confirm(state, { by: 'principal' }, at);
    case 'ConfirmMandateAtCounter': {
      const { officer, department, kind, reference } = command;
      if (isOneOf(state, officer)) return CONFLICT;
      return notEvidence({ kind, reference }) ?? askSecond(state, { officer, department, kind, reference }, at);
    }
    case 'AnswerMandateAtCounter':
      if (isOneOf(state, command.officer)) return CONFLICT;
      return answerSecond(state, command, at);
    case 'RefuseMandate':
      return answered(state, command.residentId) ?? refuse(state, at);
    case 'RevokeMandate':
      return revoke(state, command.residentId, at);
    case 'LapseMandate':
      return isOpen(state) && openUntil(state) <= at ? [{ type: 'MandateLapsed', at }] : [];
  }
}

const isOneOf = ({ principalId, agentId }: KnownMandate, officer: string): boolean =>
  officer === principalId || officer === agentId;

/** Four eyes: what one officer saw is in force once another approves. */
function askSecond(state: KnownMandate, seen: Omit<CounterConfirmationAsked, 'type' | 'at'>, at: Date): Answer {
  const { confirmation, counterAsk: open } = state;
  if (state.status === 'in-force') return confirmation?.by === 'officer' ? [] : ended(state);
  if (!isWaiting(state, at)) return ended(state);
  if (open === undefined) return [{ type: 'CounterConfirmationAsked', ...seen, at }];
  const isSame = open.askedBy === seen.officer && open.kind === seen.kind && open.reference === seen.reference;
  return isSame ? [] : ASKED_ALREADY;
}

function answerSecond(state: KnownMandate, { officer, approve }: AnswerMandateAtCounter, at: Date): Answer {
  const { confirmation, counterAsk: open } = state;
  if (approve && confirmation?.by === 'officer' && confirmation.approvedBy === officer) return [];
  if (open === undefined) return NOTHING_ASKED;
  if (!approve) return [{ type: 'CounterConfirmationDropped', officer, at }];
  if (open.askedBy === officer) return SECOND_PERSON;
  const { askedBy, kind, reference } = open;
  return confirm(state, { by: 'officer', officer: askedBy, approvedBy: officer, kind, reference }, at);
}

const isOpen = ({ status }: KnownMandate): boolean => status === 'asked' || status === 'in-force';

function begin(command: AskMandate | GiveMandate, state: MandateState, at: Date): Answer {
  const { principalId, agentId, packages, until, names, agentKnown } = command;
  if (state.status !== 'unknown') return no('mandate-exists', 'This number belongs to another mandate: ask again.');
  if (principalId === agentId) return no('mandate-with-oneself', 'Nobody needs a mandate to act for themselves.');
  if (Number.isNaN(until.getTime()) || until <= at || until.getTime() - at.getTime() > LONGEST_DAYS * dayMs)
    return no('invalid-mandate', `A mandate ends on a later day, within ${LONGEST_DAYS} days.`, '/until');
  if (packages.length > MOST_PACKAGES || packages.some((code) => !/^[a-z0-9][a-z0-9-]{0,63}$/.test(code)))
    return no('invalid-mandate', `Name at most ${MOST_PACKAGES} packages by their codes.`, '/packages');
  const asked: MandateAsked = {
    type: 'MandateAsked',
    principalId,
    agentId,
    packages: [...new Set(packages)],
    until,
    names,
    ...(agentKnown !== undefined && { agentKnown }),
    at,
  };
  return command.type === 'AskMandate'
    ? [asked]
    : [asked, { type: 'MandateConfirmed', confirmation: { by: 'principal' }, at }];
}

const answered = ({ principalId, agentId }: KnownMandate, residentId: string): Refusal | undefined => {
  if (residentId === principalId) return undefined;
  return residentId === agentId ? NOT_PRINCIPAL : NO_MANDATE;
};

function confirm(state: KnownMandate, confirmation: Confirmation, at: Date): Answer {
  if (state.status === 'in-force') return [];
  if (!isWaiting(state, at)) return ended(state);
  return [{ type: 'MandateConfirmed', confirmation, at }];
}

function refuse(state: KnownMandate, at: Date): Answer {
  if (state.status === 'refused') return [];
  return state.status === 'asked' ? [{ type: 'MandateRefused', at }] : ended(state);
}

function revoke(state: KnownMandate, residentId: string, at: Date): Answer {
  const by = residentId === state.principalId ? 'principal' : residentId === state.agentId ? 'agent' : undefined;
  if (by === undefined) return NO_MANDATE;
  if (state.status === 'revoked') return [];
  return isOpen(state) ? [{ type: 'MandateRevoked', by, at }] : ended(state);
}

const ended = ({ status }: KnownMandate): Refusal =>
  no(
    'mandate-not-open',
    `This mandate is ${status === 'in-force' ? 'in force: revoke it' : 'over: ask for a new one'}.`,
  );

function withoutAsk(mandate: KnownMandate): KnownMandate {
  const { counterAsk, ...rest } = mandate;
  return counterAsk === undefined ? mandate : rest;
}

function evolve(state: MandateState, event: MandateEvent): MandateState {
  if (event.type === 'MandateAsked') {
    const { at, principalId, agentId, packages, until, names, agentKnown } = event;
    const { mandateId } = state;
    return {
      principalId,
      agentId,
      packages,
      until,
      names,
      ...(agentKnown !== undefined && { agentKnown }),
      status: 'asked',
      mandateId,
      askedAt: at,
      confirmedAt: null,
      confirmation: null,
      endedAt: null,
    };
  }
  if (state.status === 'unknown') return state;
  const unasked = withoutAsk(state);
  switch (event.type) {
    case 'MandateConfirmed':
      return { ...unasked, status: 'in-force', confirmedAt: event.at, confirmation: event.confirmation };
    case 'CounterConfirmationAsked': {
      const { officer: askedBy, at: askedAt, department, kind, reference } = event;
      return { ...state, counterAsk: { askedBy, askedAt, department, kind, reference } };
    }
    case 'CounterConfirmationDropped':
      return unasked;
    case 'MandateRefused':
      return { ...unasked, status: 'refused', endedAt: event.at };
    case 'MandateRevoked':
      return { ...unasked, status: 'revoked', endedAt: event.at };
    case 'MandateLapsed':
      return { ...unasked, status: 'lapsed', endedAt: event.at };
  }
}
