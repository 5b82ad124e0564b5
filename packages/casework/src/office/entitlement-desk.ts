import {
  DRAWN,
  ENTITLEMENTS,
  type EntitlementState,
  drawnId,
  entitlementMessage,
  isStarted,
  monthOf,
} from '@lianban/entitlements';
import { type CallContext, type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { entitlements } from '@lianban/protos';
import type { App, Snapshot } from '@lianban/runtime';
import { dayOf } from '../calendar/shanghai-day';
import { conflictOfInterest, mustStayOut } from '../lifecycle/conflict';
import { CASES } from './cases';
import { entitlementAct } from './entitlement-acts';
import { callerOf } from './officer';

type Shown = entitlements.v1.Entitlement;
type Found = Snapshot<EntitlementState>;

const mostInAList = 100;
const notFound = refuse('entitlement-not-found', 'This case granted nothing that recurs.');
const notYours = refuse('entitlement-not-found', 'What somebody draws is told to them alone.');

/** entitlements.v1.EntitlementsService: what people draw of this department, for themselves and for its officers. */
export function serveEntitlements(app: App): GrpcService {
  const shown = (found: readonly (Found | undefined)[]): readonly Shown[] =>
    found.flatMap((each) => {
      if (!each || !isStarted(each.state)) return [];
      return [entitlementMessage(each.state, each.version, monthOf(app.clock.now()))];
    });

  /** The case and what it granted. */
  const grantedBy = async (caseId: string) => {
    const found = await app.get(CASES, caseId);
    if (!found || found.state.status === 'unreceived') return notFound;
    const { request } = found.state.file;
    const entitlement = await app.get(ENTITLEMENTS, `${caseId}/${request.item}`);
    return entitlement ? { request, entitlement } : notFound;
  };

  const idsOf = async (holders: readonly string[]): Promise<readonly string[]> => {
    const found = await Promise.all([...new Set(holders)].map((id) => app.get(DRAWN, id)));
    return [...new Set(found.flatMap((each) => each?.state.ids ?? []))];
  };

  const handlers: Handlers<typeof entitlements.v1.EntitlementsServiceService> = {
    async list({ residentId, householdId }, { onBehalfOf }) {
      if (onBehalfOf !== `resident:${residentId}`) return notYours;
      const person = drawnId({ kind: 'person', id: residentId });
      const own = await app.get(DRAWN, person);
      // What is paid to them for a household they have left is theirs to see as well.
      const households = [householdId, ...(own?.state.households ?? [])].filter((id) => id !== '');
      const ids = await idsOf([person, ...households.map((id) => drawnId({ kind: 'household', id }))]);
      const found = shown(await Promise.all(ids.map((id) => app.get(ENTITLEMENTS, id))));
      return { entitlements: found.toSorted(newestFirst), nextCursor: '' };
    },
    async get({ caseId }, call) {
      const caller = callerOf(call);
      if (isRefusal(caller)) return caller;
      const found = await grantedBy(caseId);
      return isRefusal(found) ? found : (shown([found.entitlement])[0] ?? notFound);
    },
    async listDue({ until, limit, cursor, district }, call) {
      const caller = callerOf(call);
      if (isRefusal(caller)) return caller;
      const most = Math.min(limit || 50, mostInAList);
      const [day = '', id = ''] = cursor.split(' ');
      const after =
        cursor === '' ? {} : { $or: [{ 'state.lookBy': { $gt: day } }, { 'state.lookBy': day, _id: { $gt: id } }] };
      const filter = { 'state.lookBy': { $lte: until }, ...(district && { 'state.district': district }), ...after };
      const found = await app.find(ENTITLEMENTS, { filter, sort: { 'state.lookBy': 1, _id: 1 }, limit: most + 1 });
      const page = shown(found.slice(0, most));
      const last = page.at(-1);
      const nextCursor = found.length > most && last ? `${last.lookBy} ${last.ref!.entitlementId}` : '';
      return { entitlements: [...page], nextCursor };
    },
    act: (request, call) => act(request, call),
  };

  async function act(request: entitlements.v1.ActOnEntitlementRequest, call: CallContext): Promise<Shown | Refusal> {
    const caller = callerOf(call);
    if (isRefusal(caller)) return caller;
    const command = entitlementAct(request, caller, dayOf(app.clock.now()));
    if (isRefusal(command)) return command;
    const found = await grantedBy(request.caseId);
    if (isRefusal(found)) return found;
    if (mustStayOut(found.request, caller.officer)) return conflictOfInterest;
    const { traceparent, signal } = call;
    const options = { traceparent, signal, ifVersion: request.version };
    const done = await app.dispatch(ENTITLEMENTS, found.entitlement.id, command, options);
    if (isRefusal(done)) return done;
    return shown([{ id: found.entitlement.id, version: done.version, state: done.state }])[0] ?? notFound;
  }

  return grpcService(entitlements.v1.EntitlementsServiceService, handlers, {
    gateway: { forPersons: 'everything', itself: [] },
  });
}

const newestFirst = (one: Shown, other: Shown): number =>
  Number(one.status === 'stopped') - Number(other.status === 'stopped') || (one.from < other.from ? 1 : -1);
