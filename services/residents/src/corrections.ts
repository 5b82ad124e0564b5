import { createHash } from 'node:crypto';
import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type CallContext, type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { CORRECTIONS } from './aggregate-types';
import { CORRECTABLE, type CorrectableField, type KnownCorrection, NO_CORRECTION } from './domain/correction';
import { readRegistration } from './domain/registration';
import { type Recorded, personOf } from './reading';
import type { Relations } from './relations';
import type { Vault } from './vault/seal';

type Service = typeof residents.v1.CorrectionsServiceService;
type Told = Partial<Pick<residents.v1.Correction, 'value' | 'registered'>>;

const mostListed = 200;
const longestReason = 1000;
const noOfficer = refuse('officer-missing', 'Only an officer decides a correction: call on behalf of one.');
const isField = (field: string): field is CorrectableField => CORRECTABLE.some((each) => each === field);
const isOfficer = ({ onBehalfOf }: CallContext): boolean => /^(officer|supervisor):./.test(onBehalfOf ?? '');

interface Ports {
  readonly vault: Vault;
  readonly recorded: Recorded;
  readonly relations: Relations;
}

/** Corrections of the register, over gRPC. */
export function correctionsGrpc(app: App, { vault, recorded, relations }: Ports): GrpcService {
  const open = ({ residentId, field, sealed }: KnownCorrection) => vault.open(sealed, `${residentId}/${field}`);

  const shown = (
    id: string,
    state: KnownCorrection,
    { value = '', registered = '' }: Told,
  ): residents.v1.Correction => ({
    correctionId: id,
    residentId: state.residentId,
    field: state.field,
    value,
    registered,
    reference: state.reference,
    status: state.status,
    askedAt: state.askedAt,
    decidedBy: 'officer' in state ? state.officer : '',
    decidedAt: 'officer' in state ? state.decidedAt : undefined,
    reason: 'reason' in state && state.reason ? vault.open(state.reason, `${id}/reason`) : '',
  });

  /** One of the officer's district. */
  const known = async (id: string, district: string): Promise<KnownCorrection | Refusal> => {
    const state = (await app.get(CORRECTIONS, id))?.state;
    if (state === undefined || state.status === 'none') return NO_CORRECTION;
    return district === '' || state.district === district ? state : NO_CORRECTION;
  };

  const handlers: Handlers<Service> = {
    async ask({ residentId, field, value: typed, reference }, { traceparent }) {
      if (!isField(field)) return refuse('invalid-correction', `Name one of ${CORRECTABLE.join(', ')}.`, '/field');
      const person = await personOf(app, residentId);
      if (isRefusal(person)) return person;
      const alone = { name: '', idNumber: '', phone: '', address: '', communityCode: '', [field]: typed };
      const { registration, wrong: all } = readRegistration(alone, app.clock.now());
      const wrong = all.find((each) => each.field === field);
      const value = registration[field];
      if (wrong) return refuse('invalid-correction', `${field}: ${wrong.problem}`, '/value');
      const waiting = { 'state.residentId': residentId, 'state.status': 'asked', 'state.field': field };
      const [before] = await app.find(CORRECTIONS, { filter: waiting, limit: 1 });
      if (before && before.state.status !== 'none') {
        const isSame = before.state.reference === reference && open(before.state) === value;
        return isSame
          ? shown(before.id, before.state, { value })
          : refuse('correction-waits', 'A correction of this field waits for its decision already.', '/field');
      }
      const sealed = vault.seal(value, `${residentId}/${field}`);
      const { district } = person;
      const command = { type: 'AskCorrection', residentId, field, sealed, reference, district } as const;
      // An upload shows one correction of a field: a repetition that crosses the first meets its document.
      const id = createHash('sha256')
        .update(JSON.stringify([residentId, field, reference]))
        .digest('hex')
        .slice(0, 32);
      const done = await app.dispatch(CORRECTIONS, id, command, { traceparent });
      if (isRefusal(done)) return done;
      if (done.state.status === 'none') return NO_CORRECTION;
      if (done.state.status !== 'asked')
        return refuse(
          'correction-decided',
          'With this paper it was decided already: upload another one.',
          '/reference',
        );
      return shown(done.id, done.state, { value: open(done.state) });
    },

    async list({ residentId }) {
      const filter = { 'state.residentId': residentId };
      const sort = { 'state.residentId': 1, 'state.askedAt': -1 } as const;
      const found = await app.find(CORRECTIONS, { filter, sort, limit: mostListed });
      return {
        corrections: found.flatMap(({ id, state }) =>
          state.status === 'none' ? [] : [shown(id, state, { value: open(state) })],
        ),
      };
    },

    async listWaiting({ district }, call) {
      if (!isOfficer(call)) return noOfficer;
      const filter = { 'state.status': 'asked', ...(district && { 'state.district': district }) };
      const sort = { 'state.status': 1, 'state.askedAt': 1 } as const;
      const found = await app.find(CORRECTIONS, { filter, sort, limit: mostListed });
      return {
        corrections: found.flatMap(({ id, state }) => (state.status === 'none' ? [] : [shown(id, state, {})])),
      };
    },

    async get({ correctionId, department, district }, call) {
      if (!isOfficer(call)) return noOfficer;
      const state = await known(correctionId, district);
      if (isRefusal(state)) return state;
      const { residentId, field } = state;
      const why = { caseId: 'counter', purpose: 'counter-intake', department };
      const no = (await relations.keepOut(call, residentId)) ?? (await recorded(residentId, why, [field], call));
      if (no) return no;
      const person = await personOf(app, residentId);
      if (isRefusal(person)) return person;
      const registered = vault.open(person.sealed[field], `${residentId}/${field}`);
      return shown(correctionId, state, { value: open(state), registered });
    },

    async decide({ correctionId: id, district, grant, reason }, call) {
      if (!isOfficer(call)) return noOfficer;
      const state = await known(id, district);
      if (isRefusal(state)) return state;
      const no = await relations.keepOut(call, state.residentId);
      if (no) return no;
      const words = reason.trim();
      if (!grant && (words === '' || words.length > longestReason))
        return refuse('invalid-correction', `Say in at most ${longestReason} characters why.`, '/reason');
      const officer = call.onBehalfOf!;
      const done = await app.dispatch(
        CORRECTIONS,
        id,
        grant
          ? { type: 'GrantCorrection', officer }
          : { type: 'RefuseCorrection', officer, reason: vault.seal(words, `${id}/reason`) },
        { traceparent: call.traceparent },
      );
      if (isRefusal(done)) return done;
      return done.state.status === 'none' ? NO_CORRECTION : shown(id, done.state, {});
    },
  };
  const callers = { gateway: { forPersons: 'everything', itself: [] } } as const;
  return grpcService(residents.v1.CorrectionsServiceService, handlers, callers, {
    actors: { ask: ({ residentId }) => residentId, list: ({ residentId }) => residentId },
  });
}
