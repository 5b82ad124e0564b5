import { applications, casework } from '@lianban/protos';
import {
  type App,
  type CallContext,
  type Found,
  type GrpcService,
  type Refusal,
  grpcService,
  isRefusal,
  refuse,
} from '@lianban/platform';
import { type Catalogue, describeCatalogue, validateFacts, validateSupplement } from './catalogue';
import { checker } from './check';
import { Changes } from './changes';
import { type ApplicationState, hasEnded, stepOf } from './domain/application';
import type { ApplicationNumbers } from './domain/application-number';
import type { ApplicationCommand } from './domain/commands';
import type { FileObjection, ObjectionState } from './domain/objection';
import { applicationView } from './domain/view';
import { OBJECTIONS } from './kinds';
import { APPLICATIONS } from './reactions';
import { submitter } from './submit';

type FoundApplication = Found<ApplicationState>;
const mostInAList = 100;
// The same answer for "does not exist" and "is somebody else's": a number must not tell whether it is in use.
const notFound = refuse('application-not-found', 'You have no application with this number.');

/** Applications over gRPC: what residents, their gateway and operators ask of this service. */
export function applicationsGrpc(app: App, catalogue: Catalogue, numbers: ApplicationNumbers): GrpcService {
  const changes = new Changes(app);
  const packages = describeCatalogue(catalogue);
  const packageOf = ({ package: code, packageVersion }: ApplicationState) => catalogue.find(code, packageVersion);

  const shown = ({
    state,
    version,
  }: {
    state: ApplicationState;
    version: number;
  }): applications.v1.Application | Refusal => {
    const found = packageOf(state);
    return found
      ? applicationView(state, found.plan, version)
      : refuse('unknown-package', 'This package is not in the catalogue any more.');
  };

  const own = async (number: string, residentId: string): Promise<FoundApplication | Refusal> => {
    const found = numbers.matches(number) ? await app.get<ApplicationState>(APPLICATIONS, number) : undefined;
    return found?.state.submittedAt && (!residentId || found.state.residentId === residentId) ? found : notFound;
  };

  const order = async (
    kind: string,
    id: string,
    command: ApplicationCommand | FileObjection,
    { traceparent, signal }: CallContext,
  ) => app.order({ kind, id, command }, { traceparent, signal });

  const act = async (number: string, residentId: string, command: ApplicationCommand, call: CallContext) => {
    const found = await own(number, residentId);
    if (isRefusal(found)) return found;
    const done = await order(APPLICATIONS, number, command, call);
    return isRefusal(done) ? done : shown({ state: done.state as ApplicationState, version: done.version });
  };

  return grpcService(applications.v1.ApplicationsServiceService, {
    listPackages: async () => ({ packages }),
    check: checker(catalogue),
    submit: submitter(app, catalogue, numbers),

    async get({ applicationNumber, residentId }) {
      const found = await own(applicationNumber, residentId);
      return isRefusal(found) ? found : shown(found);
    },

    async list({ residentId, limit, cursor }) {
      if (!residentId) return refuse('invalid-request', 'Name the resident whose applications to list.', '/residentId');
      const most = Math.min(limit || 20, mostInAList);
      const filter = { 'state.residentId': residentId, ...(cursor && { _id: { $lt: cursor } }) };
      const found = await app.find<ApplicationState>(APPLICATIONS, {
        filter,
        sort: { 'state.residentId': 1, _id: -1 },
        limit: most,
      });
      const views = found.map(shown).filter((view): view is applications.v1.Application => !isRefusal(view));
      return { applications: views, nextCursor: found.length === most ? (found.at(-1)?.id ?? '') : '' };
    },

    async supplement({ applicationNumber, residentId, step, answers = {}, materials }, call) {
      const found = await own(applicationNumber, residentId);
      if (isRefusal(found)) return found;
      const asked = (stepOf(found.state, step).missing ?? []).map(({ code }) => code);
      const inPackage = packageOf(found.state);
      const wrong = inPackage && validateSupplement(inPackage, asked, answers);
      if (wrong) return { ...wrong, pointer: wrong.wrong[0]?.pointer ?? '/answers' };
      return act(applicationNumber, residentId, { type: 'ProvideSupplement', step, answers, materials }, call);
    },

    async object({ applicationNumber, residentId, step, reason }, call) {
      const found = await own(applicationNumber, residentId);
      if (isRefusal(found)) return found;
      const id = `OB${String(await app.nextNumber('objections')).padStart(8, '0')}`;
      const command: FileObjection = { type: 'FileObjection', applicationNumber, step, text: reason };
      const done = await order(OBJECTIONS, id, command, call);
      if (isRefusal(done)) return done;
      const now = await own(applicationNumber, residentId);
      return isRefusal(now) ? now : shown(now);
    },

    withdraw: ({ applicationNumber, residentId, reason }, call) =>
      act(applicationNumber, residentId, { type: 'WithdrawApplication', reason }, call),

    async takeOver({ applicationNumber, step, outcome, reason, facts = {} }, call) {
      const operator = /^operator:(.+)$/.exec(call.onBehalfOf ?? '')?.[1];
      if (!operator) return refuse('operator-missing', 'Only an operator takes a step over: call on behalf of one.');
      const decided =
        outcome === casework.v1.Outcome.GRANTED
          ? 'granted'
          : outcome === casework.v1.Outcome.REFUSED
            ? 'refused'
            : undefined;
      if (!decided) return refuse('invalid-outcome', 'Say whether the step is granted or refused.', '/outcome');
      const found = await own(applicationNumber, '');
      if (isRefusal(found)) return found;
      const item = packageOf(found.state)?.steps.find(({ id }) => id === step)?.entry;
      const relied = decided === 'granted' && stepOf(found.state, step).asked === 'decision';
      const wrong = item && validateFacts(item, facts, relied);
      if (wrong) return wrong;
      return act(
        applicationNumber,
        '',
        { type: 'TakeOverStep', step, outcome: decided, reason, operator, facts },
        call,
      );
    },

    async listObjections({ applicationNumber, step, objections }, { onBehalfOf }) {
      if (!onBehalfOf?.startsWith('officer:'))
        return refuse('officer-missing', 'Only an officer reads objections: call on behalf of one.');
      const ids = objections.slice(0, mostInAList);
      const filter = { _id: { $in: ids }, 'state.applicationNumber': applicationNumber, 'state.step': step };
      const found = await app.find<ObjectionState>(OBJECTIONS, { filter, sort: { _id: 1 }, limit: mostInAList });
      return {
        objections: found.map(({ id, state: { text, filedAt } }) => ({
          objection: id,
          text,
          filedAt: filedAt ?? undefined,
        })),
      };
    },

    async *watch({ applicationNumber, residentId }, { signal }) {
      let current: FoundApplication | Refusal | undefined = await own(applicationNumber, residentId);
      while (current) {
        if (isRefusal(current)) return yield current;
        yield shown(current);
        if (hasEnded(current.state)) return;
        current = await changes.after(applicationNumber, current.version, signal);
      }
    },
  });
}
