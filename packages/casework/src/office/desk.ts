import { casework } from '@lianban/protos';
import type { WorkingDaysAt } from '../calendar/working-days';
import type { CaseCommand } from '../lifecycle/commands';
import type { CaseEvent } from '../lifecycle/events';
import type { CaseState } from '../lifecycle/state';
import { caseMessage, deskActs, missingMessage } from '../lifecycle/desk';
import { conflictOfInterest, mustStayOut } from '../lifecycle/conflict';
import { groundMessage, outcomeMessage } from '../contract/wire';
import { messageBarred } from '../lifecycle/decide-holding';
import { FACTS_OUTDATED } from '../lifecycle/fact-age';
import type { AskAbout } from '../lifecycle/four-eyes';
import { dryRun } from '../lifecycle/ruling';
import { type Decider, type Refusal, isRefusal, refuse } from '@lianban/model';
import { type CallContext, type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import type { App } from '@lianban/runtime';
import { board } from './board';
import { bulk } from './bulk';
import { CASES } from './cases';
import { correctionActs } from './correction-acts';
import type { ItemsInUse } from './items-in-use';
import { listWork } from './list-work';
import { closedTo } from './look';
import { addNote, listNotes } from './notes';
import { ownCase } from './own-case';
import { type Caller, callerOf, supervisorOnly } from './officer';
import { releaseUnlisted } from './release-unlisted';
import { previewWrits, writsMessage } from './writs';

type Case = casework.v1.Case;

const asks: readonly AskAbout[] = ['extension', 'decision', 'correction'];
const nothingAsked = refuse('invalid-ask', `Say what is withdrawn: ${asks.join(', ')}.`, '/about');
const notFound = refuse('case-not-found', 'This department has no case with this number.');

/** casework.v1.DeskService over the cases of one department: what officers read, and their acts as commands. */
export function serveDesk(
  app: App,
  decider: Decider<CaseState, CaseCommand, CaseEvent>,
  { item: itemOf, looks, file }: Pick<ItemsInUse, 'item' | 'looks' | 'file'>,
  calendarAt: WorkingDaysAt,
): GrpcService {
  const shown = (state: CaseState, version: number): Case | undefined => {
    const now = app.clock.now();
    return caseMessage(state, version, now, calendarAt(now));
  };

  const act =
    <R extends { id: string; version: number }>(
      toCommand: (
        request: R,
        officer: string,
        caller: Caller,
      ) => CaseCommand | Refusal | Promise<CaseCommand | Refusal>,
    ) =>
    async (request: R, call: CallContext): Promise<Case | Refusal> => {
      const caller = callerOf(call);
      if (isRefusal(caller)) return caller;
      const command = await toCommand(request, caller.officer, caller);
      if (isRefusal(command)) return command;
      if (!(await app.get(CASES, request.id))) return notFound;
      const { traceparent, signal } = call;
      const options = { traceparent, signal, ifVersion: request.version };
      const done = await app.dispatch(CASES, request.id, command, options);
      if (isRefusal(done) && done.refused === FACTS_OUTDATED)
        await app.dispatch(CASES, request.id, { type: 'AskAgain' }, { traceparent, signal });
      if (!isRefusal(done)) return shown(done.state, done.version) ?? notFound;
      return done.refused === 'version-conflict' ? conflict(request.id, done) : done;
    };

  /** Who changed it meanwhile, when, and how. */
  const conflict = async (id: string, { refused, detail }: Refusal): Promise<Refusal> => {
    const found = await app.get(CASES, id);
    const place = found && found.state.status !== 'unreceived' ? found.state.place : undefined;
    if (!place) return refuse(refused, detail);
    const { change, changedAt, changedBy = 'the platform' } = place;
    return refuse(
      refused,
      `${changedBy} changed this case at ${changedAt.toISOString()} (${change}): look at it again, then decide anew.`,
    );
  };

  const corrections = correctionActs(app);
  const handlers: Handlers<typeof casework.v1.DeskServiceService> = {
    async listWork(request, call) {
      const caller = callerOf(call);
      const page = await listWork(app, request, isRefusal(caller) ? '' : caller.officer, calendarAt);
      const cases = page.cases.flatMap(({ state, version }) => shown(state, version) ?? []);
      return { cases, nextCursor: page.nextCursor, counts: page.counts };
    },
    async getCase({ id }, call) {
      const found = await app.get(CASES, id);
      if (!found) return notFound;
      return (
        closedTo(callerOf(call), found.state, looks(), app.clock.now()) ?? shown(found.state, found.version) ?? notFound
      );
    },
    accept: act(deskActs.accept),
    requestSupplement: act(deskActs.requestSupplement),
    pause: act(deskActs.pause),
    resume: act(deskActs.resume),
    extend: act(deskActs.extend),
    approveExtension: act((_request: casework.v1.ApproveExtensionRequest, officer, { isSupervisor }) =>
      isSupervisor ? { type: 'ApproveExtension', officer } : supervisorOnly,
    ),
    refuseExtension: act((_request: casework.v1.RefuseExtensionRequest, officer, { isSupervisor }) =>
      isSupervisor ? { type: 'RefuseExtension', officer } : supervisorOnly,
    ),
    decide: act(deskActs.decide),
    answerDecision: act(({ approve }: casework.v1.AnswerDecisionRequest, officer, { isSupervisor }) =>
      isSupervisor ? { type: approve ? 'ApproveDecision' : 'RefuseDecision', officer } : supervisorOnly,
    ),
    askCorrection: act(corrections.ask),
    answerCorrection: act(corrections.answer),
    withdrawAsk: act(({ about: said }: casework.v1.WithdrawAskRequest, officer) => {
      const about = asks.find((each) => each === said);
      return about ? { type: 'WithdrawAsk', officer, about } : nothingAsked;
    }),
    claim: act(deskActs.claim),
    release: act((_request: casework.v1.ReleaseRequest, officer, { isSupervisor }) => ({
      type: 'Release',
      officer,
      supervisor: isSupervisor,
    })),
    reassign: act(({ to }: casework.v1.ReassignRequest, officer, { isSupervisor }) =>
      isSupervisor ? { type: 'Reassign', officer, to } : supervisorOnly,
    ),
    bulk: (request, call) => bulk(app, decider, request, call),
    async rehearse({ id, findings }, call) {
      const caller = callerOf(call);
      if (isRefusal(caller)) return caller;
      const found = await app.get(CASES, id);
      if (!found || found.state.status === 'unreceived') return notFound;
      const { file } = found.state;
      if (mustStayOut(file.request, caller.officer)) return conflictOfInterest;
      const ruling = dryRun(itemOf(file.request), file, findings ?? {}, app.clock.now());
      if (isRefusal(ruling)) return ruling;
      const { outcome, reason, facts, grounds } = ruling;
      return {
        outcome: outcomeMessage(outcome),
        reason,
        facts: { ...facts },
        grounds: grounds.map(groundMessage),
      };
    },
    async addNote(request, call) {
      const caller = callerOf(call);
      if (isRefusal(caller)) return caller;
      const found = await app.get(CASES, request.caseId);
      if (!found || found.state.status === 'unreceived') return notFound;
      const { officer, isSupervisor } = caller;
      const barred = request.audience === 'resident' && messageBarred(found.state, officer, isSupervisor);
      return barred || addNote(app, request, call);
    },
    listNotes: (request) => listNotes(app, request),
    async listMissing({ caseId }) {
      const found = await app.get(CASES, caseId);
      return found ? missingMessage(found.state) : notFound;
    },
    async listWrits({ caseId }) {
      const found = await app.get(CASES, caseId);
      return found ? writsMessage(found.state, file()) : notFound;
    },
    previewWrits: (request, call) => previewWrits({ app, decider, file }, request, call),
    getOwnCase: (request, call) => ownCase(app, file(), request, call),
    board: (request) => board(app, request),
    releaseUnlisted: (request, call) => releaseUnlisted(app, request, call),
  };
  // Nobody works at a desk who is not signed in; who may work there, the gateway knows.
  return grpcService(casework.v1.DeskServiceService, handlers, {
    gateway: { forPersons: 'everything', itself: ['releaseUnlisted'] },
  });
}
