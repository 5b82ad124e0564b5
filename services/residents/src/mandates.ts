import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { creditCodeIn } from '@lianban/input';
import { type CallContext, type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { Deaths } from './deaths';
import { type AuthorityBetween, mandatesOf } from './authority-between';
import type { AskMandate, KnownMandate, MandateCommand } from './domain/mandate';
import { NO_MANDATE, tellsAgent } from './domain/mandate-decider';
import { tooManyOpenAsks } from './domain/open-asks';
import { sameMandate } from './domain/same-mandate';
import { guardianMandates } from './guardian-mandate';
import type { Guardians, Guardianship } from './guardians';
import { listMandates } from './list-mandates';
import { type Side, mandateParties } from './mandate-parties';
import type { Organisations } from './organisations';
import type { Recorded } from './reading';
import { representationMandate } from './representation-mandate';
import type { Relations } from './relations';
import type { Vault } from './vault/seal';
import { MANDATES } from './aggregate-types';

type Shown = residents.v1.Mandate;
const mostBetweenTwo = 100;

const counterOf = ({ confirmation, confirmedAt, counterAsk }: KnownMandate): Shown['counter'] => {
  if (counterAsk) {
    const { kind, reference, askedBy, askedAt } = counterAsk;
    return { askedBy, askedAt, evidence: { kind, reference }, approvedBy: '' };
  }
  if (confirmation?.by !== 'officer') return undefined;
  const { officer: askedBy, approvedBy = '', kind, reference } = confirmation;
  return { askedBy, askedAt: confirmedAt ?? undefined, evidence: { kind, reference }, approvedBy };
};

interface Ports {
  readonly vault: Vault;
  readonly recorded: Recorded;
  readonly relations: Relations;
  readonly guardians: Guardians;
  readonly organisations: Organisations;
  readonly authority: AuthorityBetween;
  readonly deaths: Pick<Deaths, 'standing'>;
}

/**
 * Mandates over gRPC: who may act for whom. Names leave only for the two: the principal's only once in force, the agent's only when
 * they asked or the principal knew it.
 */
export function mandatesGrpc(
  app: App,
  { vault, recorded, relations, guardians, organisations, authority, deaths }: Ports,
): GrpcService {
  const parties = mandateParties(app, vault, organisations);
  const { sealedName, identified, notIdentified } = parties;

  const shown = (state: KnownMandate, viewer: Side | 'officer' | 'nobody'): Shown => {
    const { mandateId, names, confirmation } = state;
    const name = (side: Side) => vault.open(names[side], `${mandateId}/${side}`);
    return {
      mandateId,
      principalId: state.principalId,
      agentId: state.agentId,
      packages: [...state.packages],
      until: state.until,
      status: state.status,
      askedAt: state.askedAt,
      confirmedAt: state.confirmedAt ?? undefined,
      confirmedBy: confirmation?.by ?? '',
      endedAt: state.endedAt ?? undefined,
      principalName: viewer !== 'nobody' && (viewer !== 'agent' || state.confirmedAt !== null) ? name('principal') : '',
      agentName: viewer !== 'nobody' && (viewer !== 'principal' || tellsAgent(state)) ? name('agent') : '',
      counter: counterOf(state),
      ofOrganisation: creditCodeIn(state.principalId) === state.principalId,
    };
  };

  /** Each of the two sees that the other is told their name, and by which mandate. */
  const told = ({ mandateId, principalId, agentId }: KnownMandate, whose: Side, call: CallContext) => {
    const [owner, reader] = whose === 'agent' ? [agentId, principalId] : [principalId, agentId];
    const why = { caseId: mandateId, purpose: 'mandate' };
    return recorded(owner, why, ['name'], { ...call, caller: `resident:${reader}`, onBehalfOf: undefined });
  };

  const youngAgent = async (agentId: string, isKnown: boolean): Promise<Refusal | undefined> => {
    const young = await guardians.tooYoung(agentId, '/to');
    return young && !isKnown ? notIdentified('/to') : young;
  };

  const begin = async (
    type: 'AskMandate' | 'GiveMandate',
    { packages, until, other, organisation: code = '', ...between }: residents.v1.MandateRequest,
    call: CallContext,
  ): Promise<Shown | Refusal> => {
    if (!until) return refuse('invalid-mandate', 'Say until when the mandate is to last.', '/until');
    const isAsk = type === 'AskMandate';
    const named = isAsk ? between.principalId : between.agentId;
    const found = await identified(other, named, isAsk ? '/from' : '/to');
    if (isRefusal(found)) return found;
    const organisation =
      isAsk || code === '' ? undefined : await organisations.ofRepresentative(code, between.principalId);
    if (organisation && isRefusal(organisation)) return organisation;
    const principalId = isAsk ? found : (organisation?.creditCode ?? between.principalId);
    const agentId = isAsk ? between.agentId : found;
    // A child may be asked about: a counter confirms with the record of guardianship. Of somebody named by their id no age is told.
    const me = isAsk ? agentId : between.principalId;
    const young =
      (await guardians.tooYoung(me)) ?? (isAsk ? undefined : await youngAgent(agentId, other !== undefined));
    if (young) return young;
    const agentKnown = isAsk || other !== undefined;
    const now = app.clock.now();
    const both = { 'state.principalId': principalId, 'state.agentId': agentId };
    const open = await mandatesOf(app, { ...both, 'state.status': { $in: ['asked', 'in-force'] } });
    const done =
      sameMandate(open, { type, packages, until }, now) ??
      (isAsk ? await stopped(agentId, principalId, now) : undefined) ??
      (await beginNew(type, { principalId, agentId, packages, until, agentKnown }, call));
    if (isRefusal(done)) return done;
    const no =
      (tellsAgent(done) ? await told(done, 'agent', call) : undefined) ??
      (isAsk ? undefined : await told(done, 'principal', call));
    return no ?? shown(done, isAsk ? 'agent' : 'principal');
  };

  /** Two asks of one moment may both pass: the bound keeps lists readable, and is not exact. */
  const stopped = async (agentId: string, principalId: string, now: Date): Promise<Refusal | undefined> =>
    tooManyOpenAsks(await mandatesOf(app, { 'state.agentId': agentId, 'state.status': 'asked' }), principalId, now);

  const beginNew = async (
    type: 'AskMandate' | 'GiveMandate',
    { principalId, agentId, ...scope }: Omit<AskMandate, 'type' | 'names'>,
    call: CallContext,
  ): Promise<KnownMandate | Refusal> => {
    const id = `MD${String(await app.nextNumber('mandates')).padStart(8, '0')}`;
    const principal = await sealedName(id, 'principal', principalId);
    if (typeof principal !== 'string') return principal;
    const agent = await sealedName(id, 'agent', agentId);
    if (typeof agent !== 'string') return agent;
    return order(id, { type, principalId, agentId, ...scope, names: { principal, agent } }, call);
  };

  const order = async (id: string, command: MandateCommand, call: CallContext): Promise<KnownMandate | Refusal> => {
    const { traceparent, signal } = call;
    const done = await app.dispatch(MANDATES, id, command, { traceparent, signal });
    if (isRefusal(done)) return done;
    return done.state.status === 'unknown' ? NO_MANDATE : done.state;
  };

  /** What a death of either has ended is shown so, while it is registered. */
  const asItStands = async (state: KnownMandate): Promise<KnownMandate> => {
    const known = await parties.asItStands(state);
    if (known.status !== 'in-force' && known.status !== 'asked') return known;
    return (await deaths.standing([known])).length > 0 ? known : { ...known, status: 'lapsed' };
  };

  const act = async (id: string, residentId: string, type: 'RefuseMandate' | 'RevokeMandate', call: CallContext) => {
    const who = await parties.actsAs(id, residentId);
    const done = await order(id, { type, residentId: who }, call);
    return isRefusal(done) ? done : shown(done, done.principalId === who ? 'principal' : 'agent');
  };

  /** An officer of another relation to neither of the two acts on their mandate, and is told both names. */
  const atCounter = async (
    mandateId: string,
    command: Extract<MandateCommand, { readonly officer: string }>,
    department: string,
    call: CallContext,
  ): Promise<Shown | Refusal> => {
    const before = await app.get(MANDATES, mandateId);
    if (!before || before.state.status === 'unknown') return NO_MANDATE;
    const { principalId, agentId, confirmedAt } = before.state;
    const asOfficer = { onBehalfOf: `officer:${command.officer}` };
    const out = await relations.keepOut(asOfficer, principalId, agentId);
    if (out) return out;
    const done = await order(mandateId, command, call);
    if (isRefusal(done)) return done;
    const why = { caseId: mandateId, purpose: 'mandate-confirmation', department };
    const no =
      (confirmedAt === null && done.confirmedAt !== null ? await told(done, 'principal', call) : undefined) ??
      (await recorded(principalId, why, ['name'], call)) ??
      (await recorded(agentId, why, ['name'], call));
    return no ?? shown(done, 'officer');
  };

  const ofGuardian = guardianMandates(app, vault, recorded);

  const handlers: Handlers<typeof residents.v1.MandatesServiceService> = {
    askFor: (request, call) => begin('AskMandate', request, call),
    give: (request, call) => begin('GiveMandate', request, call),
    refuse: ({ mandateId, residentId }, call) => act(mandateId, residentId, 'RefuseMandate', call),
    revoke: ({ mandateId, residentId }, call) => act(mandateId, residentId, 'RevokeMandate', call),

    async confirm({ mandateId, residentId }, call) {
      const young = await guardians.tooYoung(residentId);
      if (young) return young;
      const who = await parties.actsAs(mandateId, residentId);
      const done = await order(mandateId, { type: 'ConfirmMandate', residentId: who }, call);
      if (isRefusal(done)) return done;
      return (await told(done, 'principal', call)) ?? shown(done, 'principal');
    },

    async confirmAtCounter({ mandateId, officer, department, evidence }, call) {
      const { kind = '', reference = '' } = evidence ?? {};
      const command = { type: 'ConfirmMandateAtCounter', officer, department, kind, reference } as const;
      return atCounter(mandateId, command, department, call);
    },

    answerAtCounter: ({ mandateId, officer, department, approve }, call) =>
      atCounter(mandateId, { type: 'AnswerMandateAtCounter', officer, approve }, department, call),

    async listAtCounter({ department }) {
      const filter = { 'state.counterAsk.department': department };
      const found = await app.find(MANDATES, {
        filter,
        sort: { 'state.counterAsk.askedAt': 1 },
        limit: mostBetweenTwo,
      });
      const known = found.flatMap(({ state }) => (state.status === 'unknown' ? [] : [state]));
      return { mandates: known.map((state) => shown(state, 'nobody')) };
    },

    async list({ residentId, limit, cursor }, call) {
      if (!residentId) return refuse('invalid-request', 'Name the resident whose mandates to list.', '/residentId');
      const represented = await organisations.representedBy(residentId);
      const principals = [residentId, ...represented.map(({ creditCode }) => creditCode)];
      const page = await listMandates(app, { residentId, principals, limit, cursor });
      const [given, received] = await Promise.all([
        Promise.all(page.given.map(asItStands)),
        Promise.all(page.received.map(asItStands)),
      ]);
      // Few, and first: a household's children, the guardians of a child, and the organisations somebody represents.
      const isFirst = cursor === '';
      const known = isFirst ? await guardians.of(residentId) : [];
      const byRegister = async (mine: (of: Guardianship) => boolean) =>
        Promise.all(known.filter(mine).map((of) => ofGuardian(of, residentId, call)));
      const [asChild, asGuardian] = await Promise.all([
        byRegister(({ childId }) => childId === residentId),
        byRegister(({ guardianId }) => guardianId === residentId),
      ]);
      const asRepresentative = isFirst ? represented.map(representationMandate) : [];
      return {
        nextCursor: page.nextCursor,
        given: [...asChild, ...given.map((state) => shown(state, 'principal'))],
        received: [...asRepresentative, ...asGuardian, ...received.map((state) => shown(state, 'agent'))],
      };
    },

    async check(between) {
      const found = await authority(between);
      return isRefusal(found) ? found : { ...found, packages: [...found.packages], mandates: [...found.mandates] };
    },
  };
  const ofThemselves = ({ residentId }: { readonly residentId: string }) => residentId;
  return grpcService(
    residents.v1.MandatesServiceService,
    handlers,
    // Whether an agent is still to be told of what they filed.
    { gateway: { forPersons: 'everything', itself: [] }, notifications: ['check'] },
    {
      actors: {
        askFor: ({ agentId }) => agentId,
        give: ({ principalId }) => principalId,
        check: ({ agentId }) => agentId,
        ...{ confirm: ofThemselves, refuse: ofThemselves, revoke: ofThemselves, list: ofThemselves },
      },
    },
  );
}
