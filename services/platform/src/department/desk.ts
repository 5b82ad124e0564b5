import { casework } from '@lianban/protos';
import { type CaseCommand, type CaseState, caseMessage, deskActs, workFilter } from '../casework';
import { type Refusal, isRefusal, refuse } from '../decider';
import { type CallContext, type GrpcService, grpcService } from '../grpc';
import type { App } from '../service';

const mostInAList = 200;

/** casework.v1.DeskService over the cases of one department: what officers read, and their acts as commands. */
export function serveDesk(app: App): GrpcService {
  const notFound = refuse('case-not-found', 'This department has no case with this number.');

  const act =
    <R extends { id: string; version: number }>(toCommand: (request: R, officer: string) => CaseCommand | Refusal) =>
    async (request: R, call: CallContext): Promise<casework.v1.Case | Refusal> => {
      const officer = officerOf(call);
      if (isRefusal(officer)) return officer;
      const command = toCommand(request, officer);
      if (isRefusal(command)) return command;
      if (!(await app.get('cases', request.id))) return notFound;
      const { traceparent, signal } = call;
      const order = { kind: 'cases', id: request.id, command };
      const done = await app.order(order, { traceparent, signal, ifVersion: request.version });
      return isRefusal(done) ? done : (caseMessage(done.state as CaseState, done.version) ?? notFound);
    };

  return grpcService(casework.v1.DeskServiceService, {
    async listWork({ status, limit, cursor }) {
      const most = Math.min(limit || 50, mostInAList);
      const filter = { ...workFilter(status), ...(cursor && { _id: { $gt: cursor } }) };
      const found = await app.find<CaseState>('cases', { filter, sort: { _id: 1 }, limit: most });
      const cases = found.flatMap(({ state, version }) => caseMessage(state, version) ?? []);
      return { cases, nextCursor: found.length === most ? (found.at(-1)?.id ?? '') : '' };
    },
    async getCase({ id }) {
      const found = await app.get<CaseState>('cases', id);
      return (found && caseMessage(found.state, found.version)) ?? notFound;
    },
    accept: act(deskActs.accept),
    requestSupplement: act(deskActs.requestSupplement),
    pause: act(deskActs.pause),
    resume: act(deskActs.resume),
    extend: act(deskActs.extend),
    decide: act(deskActs.decide),
  });
}

/** The officer is who the gateway proved, carried as the person on whose behalf it calls. */
function officerOf({ onBehalfOf }: CallContext): string | Refusal {
  const officer = /^officer:(.+)$/.exec(onBehalfOf ?? '')?.[1];
  return officer ?? refuse('officer-missing', 'Only an officer acts on a case: call on behalf of one.');
}
