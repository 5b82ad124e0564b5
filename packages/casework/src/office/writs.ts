import type { DepartmentFile } from '@lianban/catalogue';
import type { CallContext } from '@lianban/grpc';
import { type Decider, type Refusal, isRefusal, refuse } from '@lianban/model';
import type { casework } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { chineseWorkingDays as calendar } from '../calendar/chinese-working-days';
import type { CaseCommand } from '../lifecycle/commands';
import { deskActs } from '../lifecycle/desk';
import type { CaseEvent } from '../lifecycle/events';
import type { CaseState } from '../lifecycle/state';
import { writsOf } from '../lifecycle/issue-writ';
import { handedIn } from '../writs/handed-in';
import { type WritText, writTexts } from '../writs/writ-text';
import { CASES } from './cases';
import { correctionOf } from './correction-acts';
import { callerOf } from './officer';

type CaseDecider = Decider<CaseState, CaseCommand, CaseEvent>;

const writMessage = ({ parts, ...writ }: WritText): casework.v1.Writ => ({
  ...writ,
  parts: parts.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
});

/** What a department told in writing, and what it has of the applicant. */
export const writsMessage = (state: CaseState, file: DepartmentFile): casework.v1.ListWritsResponse => ({
  writs: writTexts(state, file, calendar).map(writMessage),
  handedIn: handedIn(state, file).map(({ name, grade }) => ({ name, grade })),
});

const notFound = refuse('case-not-found', 'This department has no case with this number.');
const noSuchAct = refuse(
  'invalid-act',
  'Choose accept, supplement, pause, extend, decide, correct, approve-extension, approve-decision or approve-correction.',
  '/act',
);

/** Whoever approves what the preview asks for, in the preview alone. */
const SECOND_PERSON = 'preview';

interface Parts {
  readonly app: App;
  readonly decider: CaseDecider;
  readonly file: () => DepartmentFile;
}

/** The writs an act would issue, decided as the act itself is; refused as it would be. */
export async function previewWrits(
  { app, decider, file }: Parts,
  request: casework.v1.PreviewWritsRequest,
  call: CallContext,
): Promise<casework.v1.ListWritsResponse | Refusal> {
  const caller = callerOf(call);
  if (isRefusal(caller)) return caller;
  const command = commandOf(request, caller.officer);
  if (isRefusal(command)) return command;
  const found = await app.get(CASES, request.id);
  if (!found) return notFound;
  const now = app.clock.now();
  const done = after(decider, found.state, command, now);
  if (isRefusal(done)) return done;
  const approval = approvalOf(done, found.state);
  const approved = approval ? after(decider, done, approval, now) : done;
  if (isRefusal(approved)) return approved;
  const writs = writTexts(approved, file(), calendar, writsOf(found.state).length + 1);
  return { writs: writs.map((writ) => ({ ...writMessage(writ), digest: '' })), handedIn: [] };
}

const after = (decider: CaseDecider, state: CaseState, command: CaseCommand, now: Date): CaseState | Refusal => {
  const events = decider.decide(command, state, now);
  return isRefusal(events) ? events : events.reduce(decider.evolve, state);
};

/** What is asked of a second person is told once they have approved it. */
const approvalOf = (state: CaseState, before: CaseState): CaseCommand | undefined => {
  const newly = (ask: Ask) => isAsked(state, ask) && !isAsked(before, ask);
  if (newly('extension')) return { type: 'ApproveExtension', officer: SECOND_PERSON };
  if (newly('correctionAsk')) return { type: 'ApproveCorrection', officer: SECOND_PERSON };
  return newly('decisionAsk') ? { type: 'ApproveDecision', officer: SECOND_PERSON } : undefined;
};

type Ask = 'extension' | 'decisionAsk' | 'correctionAsk';

const isAsked = (state: CaseState, ask: Ask): boolean =>
  state.status !== 'unreceived' && state.file[ask]?.status === 'asked';

const commandOf = (request: casework.v1.PreviewWritsRequest, officer: string): CaseCommand | Refusal => {
  const about = { id: request.id, version: 0 };
  const { reason, outcome, findings, missing, days } = request;
  switch (request.act) {
    case 'accept':
      return deskActs.accept(about, officer);
    case 'supplement':
      return deskActs.requestSupplement({ ...about, missing }, officer);
    case 'pause':
      return deskActs.pause({ ...about, reason }, officer);
    case 'extend':
      return deskActs.extend({ ...about, reason, days }, officer);
    case 'decide':
      return deskActs.decide({ ...about, outcome, reason, findings }, officer);
    case 'correct':
      return correctionOf({ outcome, error: reason, findings }, officer);
    case 'approve-extension':
      return { type: 'ApproveExtension', officer };
    case 'approve-decision':
      return { type: 'ApproveDecision', officer };
    case 'approve-correction':
      return { type: 'ApproveCorrection', officer };
    default:
      return noSuchAct;
  }
};
