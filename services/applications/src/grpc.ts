import { applications, casework } from '@lianban/protos';
import type { Projection } from '@lianban/projection';
import type { App, Snapshot } from '@lianban/runtime';
import { type CallContext, type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { shanghaiDay } from '@lianban/input';
import { type CatalogueInUse, validateFacts } from './catalogue';
import { checker } from './check';
import { Changes } from './changes';
import { type ApplicationState, hasEnded, stepOf } from './domain/application';
import type { ApplicationNumbers } from './domain/application-number';
import { by } from './domain/by';
import type { ApplicationCommand } from './domain/commands';
import type { FileObjection } from './domain/objection';
import { applicationView } from './domain/view';
import type { WaitingApplication } from './domain/waiting-step';
import { requestKeyId } from './domain/request-key';
import { APPLICATIONS, OBJECTIONS, REQUESTS } from './aggregate-types';
import { hangingSteps } from './hanging';
import { countedObjection, keyedObjection } from './objection-id';
import { outOfScope } from './scope';
import { submitter } from './submit';
import { supplementOf } from './supplement';
import { listWaiting } from './waiting';

/** Which application is meant, whose it must be, and who asks in their name. */
type About = applications.v1.GetRequest;
type FoundApplication = Snapshot<ApplicationState>;
/** The resident who acts: an agent, or the applicant. */
const actorOf = ({ residentId, agent }: Pick<About, 'residentId' | 'agent'>) => agent?.residentId || residentId;
const agentOf = ({ agent }: About) => by({ agentId: agent?.residentId ?? '' });

/** What was handed in is told again to whoever typed it, and to no other who may look at the application. */
const handedInBy = (actor: string, { residentId, agentId, answers, materials }: ApplicationState) =>
  actor !== '' && actor === (agentId ?? residentId) ? { answers: { ...answers }, materials: [...materials] } : {};

const optionsOf = ({ traceparent, signal }: CallContext) => ({ traceparent, signal });

const mostInAList = 100;
// The same answer for "does not exist" and "is somebody else's": a number must not tell whether it is in use.
const notFound = refuse('application-not-found', 'You have no application with this number.');

const noSubmission = refuse('submission-not-found', 'Nothing was submitted with this Idempotency-Key.');

/** Applications over gRPC: what residents, their gateway and operators ask of this service. */
export function applicationsGrpc(
  app: App,
  catalogue: CatalogueInUse,
  numbers: ApplicationNumbers,
  waiting: Projection<WaitingApplication>,
): GrpcService {
  const changes = new Changes(app);
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

  const own = async ({ applicationNumber: number, residentId, agent }: About): Promise<FoundApplication | Refusal> => {
    const found = numbers.matches(number) ? await app.get(APPLICATIONS, number) : undefined;
    if (!found?.state.submittedAt || (residentId && found.state.residentId !== residentId)) return notFound;
    return (agent && outOfScope(agent, found.state.package)) ?? found;
  };

  const act = async (about: About, command: ApplicationCommand, call: CallContext) => {
    const found = await own(about);
    if (isRefusal(found)) return found;
    const done = await app.dispatch(APPLICATIONS, about.applicationNumber, command, optionsOf(call));
    return isRefusal(done) ? done : shown(done);
  };

  const handlers: Handlers<typeof applications.v1.ApplicationsServiceService> = {
    listPackages: async () => ({ packages: catalogue.described.packages }),
    listDepartments: async () => ({ departments: catalogue.described.departments }),
    check: checker(app, catalogue),
    listWaiting: async () => ({ waiting: await listWaiting(app, waiting) }),
    submit: submitter(app, catalogue, numbers),

    async findSubmission({ residentId, idempotencyKey, agent }) {
      const id = requestKeyId(residentId, agent?.residentId ?? '', idempotencyKey);
      const known = residentId ? await app.get(REQUESTS, id) : undefined;
      const found = known && (await own({ applicationNumber: known.state.number, residentId, agent }));
      if (!found) return noSubmission;
      return isRefusal(found) ? found : { applicationNumber: found.id, created: false };
    },

    async get(about) {
      const found = await own(about);
      const told = isRefusal(found) ? found : shown(found);
      return isRefusal(found) || isRefusal(told) ? told : { ...told, ...handedInBy(actorOf(about), found.state) };
    },

    async list({ residentId, limit, cursor, agent }) {
      if (!residentId) return refuse('invalid-request', 'Name the resident whose applications to list.', '/residentId');
      const most = Math.min(limit || 20, mostInAList);
      const scope = agent && agent.packages.length > 0 ? { 'state.package': { $in: agent.packages } } : {};
      const filter = { 'state.residentId': residentId, ...scope, ...(cursor && { _id: { $lt: cursor } }) };
      const found = await app.find(APPLICATIONS, {
        filter,
        sort: { 'state.residentId': 1, _id: -1 },
        limit: most,
      });
      const views = found.map(shown).filter((view): view is applications.v1.Application => !isRefusal(view));
      return { applications: views, nextCursor: found.length === most ? (found.at(-1)?.id ?? '') : '' };
    },

    async supplement(request, call) {
      const found = await own(request);
      if (isRefusal(found)) return found;
      const command = supplementOf(request, found.state, packageOf(found.state), shanghaiDay(app.clock.now()), call);
      return isRefusal(command) ? command : act(request, command, call);
    },

    async object({ reason, idempotencyKey, ...about }, call) {
      const found = await own(about);
      if (isRefusal(found)) return found;
      const { applicationNumber, step } = about;
      const agent = agentOf(about);
      const id = idempotencyKey
        ? keyedObjection(applicationNumber, step, agent.agentId ?? '', idempotencyKey)
        : countedObjection(await app.nextNumber('objections'));
      const command: FileObjection = { type: 'FileObjection', applicationNumber, step, text: reason, ...agent };
      const done = await app.dispatch(OBJECTIONS, id, command, optionsOf(call));
      if (isRefusal(done)) return done;
      const now = await own(about);
      return isRefusal(now) ? now : shown(now);
    },

    withdraw: ({ reason, ...about }, call) =>
      act(about, { type: 'WithdrawApplication', reason, ...agentOf(about) }, call),

    async takeOver({ applicationNumber, step, outcome, reason, facts = {} }, call) {
      const operator = operatorOf(call);
      if (isRefusal(operator)) return operator;
      const decided =
        outcome === casework.v1.Outcome.GRANTED
          ? 'granted'
          : outcome === casework.v1.Outcome.REFUSED
            ? 'refused'
            : undefined;
      if (!decided) return refuse('invalid-outcome', 'Say whether the step is granted or refused.', '/outcome');
      const about = { applicationNumber, residentId: '', agent: undefined };
      const found = await own(about);
      if (isRefusal(found)) return found;
      const item = packageOf(found.state)?.steps.find(({ id }) => id === step)?.entry;
      const relied = decided === 'granted' && stepOf(found.state, step).asked === 'decision';
      const wrong = item && validateFacts(item, facts, relied);
      if (wrong) return wrong;
      return act(about, { type: 'TakeOverStep', step, outcome: decided, reason, operator, facts }, call);
    },

    async answerTakeOver({ applicationNumber, step, approve }, call) {
      const operator = operatorOf(call);
      if (isRefusal(operator)) return operator;
      const about = { applicationNumber, residentId: '', agent: undefined };
      return act(about, { type: 'AnswerTakeOver', step, operator, approve }, call);
    },

    async listHanging(_request, call) {
      const operator = operatorOf(call);
      return isRefusal(operator) ? operator : { steps: await hangingSteps(app, packageOf) };
    },

    async listObjections({ applicationNumber, step, objections }, { onBehalfOf }) {
      if (!/^(officer|supervisor):./.test(onBehalfOf ?? ''))
        return refuse('officer-missing', 'Only an officer reads objections: call on behalf of one.');
      const ids = objections.slice(0, mostInAList);
      const filter = { _id: { $in: ids }, 'state.applicationNumber': applicationNumber, 'state.step': step };
      const found = await app.find(OBJECTIONS, { filter, sort: { _id: 1 }, limit: mostInAList });
      const filed = found.toSorted((a, b) => Number(a.state.filedAt) - Number(b.state.filedAt));
      return {
        objections: filed.map(({ id, state: { text, filedAt } }) => ({
          objection: id,
          text,
          filedAt: filedAt ?? undefined,
        })),
      };
    },

    async *watch(about, { signal }) {
      let current: FoundApplication | Refusal | undefined = await own(about);
      while (current) {
        if (isRefusal(current)) return yield current;
        yield shown(current);
        if (hasEnded(current.state)) return;
        current = await changes.after(about.applicationNumber, current.version, signal);
      }
    },
  };
  const callers = {
    gateway: { forPersons: 'everything', itself: ['listPackages', 'listDepartments', 'check'] },
    'lianban-ops': ['takeOver', 'answerTakeOver'],
  } as const;
  const actors = {
    ...{ get: actorOf, watch: actorOf, list: actorOf, findSubmission: actorOf },
    ...{ submit: actorOf, supplement: actorOf, object: actorOf, withdraw: actorOf },
  };
  // Operators sign in to the cluster and not to the gateway: their program names them.
  return grpcService(applications.v1.ApplicationsServiceService, handlers, callers, {
    actors,
    ownPersons: { 'lianban-ops': 'operator' },
  });
}

const operatorOf = ({ onBehalfOf }: CallContext): string | Refusal =>
  /^operator:(.+)$/.exec(onBehalfOf ?? '')?.[1] ??
  refuse('operator-missing', 'Only an operator takes a step over: call on behalf of one.');
