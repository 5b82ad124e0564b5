import { residents } from '@lianban/protos';
import {
  type App,
  type CallContext,
  type GrpcService,
  type Refusal,
  grpcService,
  isRefusal,
  refuse,
} from '@lianban/platform';
import { authorityOf } from './domain/authority';
import type { AskMandate, KnownMandate, MandateCommand, MandateState } from './domain/mandate';
import { readIdNumber } from './domain/id-number';
import type { RegisteredPerson } from './domain/person';
import { sameMandate } from './domain/same-mandate';
import { sameName } from './domain/same-name';
import { type Recorded, personOf } from './reading';
import type { Vault } from './vault/seal';

type Shown = residents.v1.Mandate;
type Side = 'principal' | 'agent';
const mostListed = 100;

/** Mandates over gRPC: who may act for whom. Names leave only for the two, and the principal's only once in force. */
export function mandatesGrpc(app: App, vault: Vault, recorded: Recorded): GrpcService {
  const sealedName = async (mandateId: string, side: Side, residentId: string) => {
    const person = await personOf(app, residentId);
    if (isRefusal(person)) return { ...person, pointer: side === 'principal' ? '/from' : '/to' };
    const name = vault.open(person.sealed.name, `${residentId}/name`);
    return vault.seal(name, `${mandateId}/${side}`);
  };

  /**
   * Who it is, by ID number and name together. An unknown number and a name that does not fit are refused in the same words: nobody
   * learns here whether somebody is registered, or what they are called.
   */
  const identified = async (
    { idNumber, name }: residents.v1.Identity,
    pointer: '/from' | '/to',
  ): Promise<string | Refusal> => {
    const nobody = refuse('person-not-identified', 'Nobody is registered with this ID number and name.', pointer);
    const id = readIdNumber(idNumber, app.clock.now());
    if (isRefusal(id)) return nobody;
    const filter = { 'state.idIndex': vault.index(id.text, 'id-number'), 'state.status': 'registered' };
    const [found] = await app.find<RegisteredPerson>('people', { filter, limit: 1 });
    const known = found && vault.open(found.state.sealed.name, `${found.id}/name`);
    return found && known !== undefined && sameName(known, name) ? found.id : nobody;
  };

  const shown = (state: KnownMandate, viewer: Side | 'officer'): Shown => {
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
      principalName: viewer !== 'agent' || state.confirmedAt !== null ? name('principal') : '',
      agentName: name('agent'),
    };
  };

  /** Each of the two sees that the other is told their name, and by which mandate. */
  const told = ({ mandateId, principalId, agentId }: KnownMandate, whose: Side, call: CallContext) => {
    const [owner, reader] = whose === 'agent' ? [agentId, principalId] : [principalId, agentId];
    const why = { caseId: mandateId, purpose: 'mandate' };
    return recorded(owner, why, ['name'], { ...call, caller: `resident:${reader}`, onBehalfOf: undefined });
  };

  const begin = async (
    type: 'AskMandate' | 'GiveMandate',
    { packages, until, other, ...between }: residents.v1.MandateRequest,
    call: CallContext,
  ): Promise<Shown | Refusal> => {
    if (!until) return refuse('invalid-mandate', 'Say until when the mandate is to last.', '/until');
    const found = other && (await identified(other, type === 'AskMandate' ? '/from' : '/to'));
    if (found !== undefined && isRefusal(found)) return found;
    const principalId = type === 'AskMandate' ? (found ?? between.principalId) : between.principalId;
    const agentId = type === 'GiveMandate' ? (found ?? between.agentId) : between.agentId;
    const known = await mandatesOf({ 'state.principalId': principalId, 'state.agentId': agentId });
    const done =
      sameMandate(known, { type, packages, until }, app.clock.now()) ??
      (await beginNew(type, { principalId, agentId, packages, until }, call));
    if (isRefusal(done)) return done;
    const no =
      (await told(done, 'agent', call)) ?? (type === 'GiveMandate' ? await told(done, 'principal', call) : undefined);
    return no ?? shown(done, type === 'AskMandate' ? 'agent' : 'principal');
  };

  const beginNew = async (
    type: 'AskMandate' | 'GiveMandate',
    { principalId, agentId, packages, until }: Omit<AskMandate, 'type' | 'names'>,
    call: CallContext,
  ): Promise<KnownMandate | Refusal> => {
    const id = `MD${String(await app.nextNumber('mandates')).padStart(8, '0')}`;
    const principal = await sealedName(id, 'principal', principalId);
    if (typeof principal !== 'string') return principal;
    const agent = await sealedName(id, 'agent', agentId);
    if (typeof agent !== 'string') return agent;
    return order(id, { type, principalId, agentId, packages, until, names: { principal, agent } }, call);
  };

  const order = async (id: string, command: MandateCommand, call: CallContext): Promise<KnownMandate | Refusal> => {
    const { traceparent, signal } = call;
    const done = await app.order({ kind: 'mandates', id, command }, { traceparent, signal });
    return isRefusal(done) ? done : (done.state as KnownMandate);
  };

  const act = async (id: string, residentId: string, command: MandateCommand, call: CallContext) => {
    const done = await order(id, command, call);
    return isRefusal(done) ? done : shown(done, done.principalId === residentId ? 'principal' : 'agent');
  };

  const mandatesOf = async (filter: Readonly<Record<string, unknown>>): Promise<readonly KnownMandate[]> => {
    const all = await app.find<MandateState>('mandates', { filter, sort: { _id: -1 }, limit: mostListed });
    return all.flatMap(({ state }) => (state.status === 'unknown' ? [] : [state]));
  };

  return grpcService(residents.v1.MandatesServiceService, {
    askFor: (request, call) => begin('AskMandate', request, call),
    give: (request, call) => begin('GiveMandate', request, call),
    refuse: ({ mandateId, residentId }, call) =>
      act(mandateId, residentId, { type: 'RefuseMandate', residentId }, call),
    revoke: ({ mandateId, residentId }, call) =>
      act(mandateId, residentId, { type: 'RevokeMandate', residentId }, call),

    async confirm({ mandateId, residentId }, call) {
      const done = await order(mandateId, { type: 'ConfirmMandate', residentId }, call);
      if (isRefusal(done)) return done;
      return (await told(done, 'principal', call)) ?? shown(done, 'principal');
    },

    async confirmAtCounter({ mandateId, officer, evidence }, call) {
      const { kind = '', reference = '' } = evidence ?? {};
      const done = await order(mandateId, { type: 'ConfirmMandateAtCounter', officer, kind, reference }, call);
      if (isRefusal(done)) return done;
      return (await told(done, 'principal', call)) ?? shown(done, 'officer');
    },

    async list({ residentId }) {
      if (!residentId) return refuse('invalid-request', 'Name the resident whose mandates to list.', '/residentId');
      const [given, received] = await Promise.all([
        mandatesOf({ 'state.principalId': residentId }),
        mandatesOf({ 'state.agentId': residentId }),
      ]);
      return {
        given: given.map((state) => shown(state, 'principal')),
        received: received.map((state) => shown(state, 'agent')),
      };
    },

    async check({ principalId, agentId, package: code }) {
      const between = await mandatesOf({ 'state.agentId': agentId, 'state.principalId': principalId });
      const authority = authorityOf(between, code, app.clock.now());
      if (isRefusal(authority)) return authority;
      return { ...authority, packages: [...authority.packages], mandates: [...authority.mandates] };
    },
  });
}
