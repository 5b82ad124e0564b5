import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import { answerRecorder, tellersOf } from './answers';
import { birthRegistrar } from './births';
import { childrenOf } from './children';
import { permitted } from './consents';
import { indexed, readIdentity } from './domain/identity';
import { maskIdNumber } from './domain/mask-id-number';
import type { Purposes, Question } from './domain/legal-basis';
import type { ProvenCase } from './proven-cases';
import { means } from './domain/means';
import type { RegisterPerson, RegisteredPerson, Sealed } from './domain/person';
import { prefill } from './domain/prefill';
import { readRegistration } from './domain/registration';
import { listLookUps } from './list-look-ups';
import { listReads } from './list-reads';
import { askersOf } from './purposes';
import type { AuthorityBetween } from './authority-between';
import type { Deaths } from './deaths';
import type { Guardians } from './guardians';
import type { Organisations } from './organisations';
import { organisationEntry, organisationPrefill } from './organisation-entry';
import type { Relations } from './relations';
import { type Recorded, holderOf, householdReader, personOf } from './reading';
import type { Vault } from './vault/seal';
import { PEOPLE, HOUSEHOLDS } from './aggregate-types';

type Service = typeof residents.v1.ResidentsServiceService;
const shownToPeople = [
  'find',
  'get',
  'getStanding',
  'disclose',
  'recordRead',
  'prefill',
  'listReads',
  'listLookUps',
  'getRelation',
  'listChildren',
] as const;
/** The call that answers a question. */
const answering = { means: 'askMeans', 'birth-entry': 'registerBirth' } as const satisfies Record<Question, string>;
const meansFields = ['household size', 'income', 'savings', 'homes', 'cars', 'severe disability', 'district'];
// The look-up says these two to most; the unique index to whoever writes at the same moment as another.
const alreadyRegistered = refuse('already-registered', 'This ID number is registered already.', '/idNumber');
const elsewhere = refuse('in-another-household', 'A member belongs to another household already.', '/members');
const unregistered = refuse('resident-not-found', 'There is no resident with this id: register them first.');
const detailFields = ['name', 'ID number (masked)', 'phone', 'address', 'community', 'birth date'];

/** What registers know; what a resident adds is not theirs. */
type Registered = Exclude<keyof Sealed, 'email'>;

interface Ports {
  readonly vault: Vault;
  readonly recorded: Recorded;
  readonly purposes: () => Purposes;
  readonly relations: Relations;
  readonly guardians: Guardians;
  readonly organisations: Organisations;
  readonly deaths: Pick<Deaths, 'of'>;
  readonly authority: AuthorityBetween;
  readonly proven: ProvenCase;
}

const readsOfOthers = refuse('reads-of-others', 'Who read of a person is shown to that person alone.');

/** People and households over gRPC. Personal details leave this file only through `shown`, after the read is recorded. */
export function residentsGrpc(
  app: App,
  { vault, recorded, purposes, relations, guardians, organisations, deaths, authority, proven }: Ports,
): GrpcService {
  const householdOf = householdReader(app);

  const shown = async (person: RegisteredPerson): Promise<residents.v1.Resident> => {
    const { personId, sealed, communityCode, district, birthDate, idKind = 'identity-card' } = person;
    const open = (field: Registered) => vault.open(sealed[field], `${personId}/${field}`);
    return {
      residentId: personId,
      name: open('name'),
      idKind,
      idNumberMasked: maskIdNumber(open('idNumber')),
      phone: open('phone'),
      address: open('address'),
      communityCode,
      district,
      birthDate,
      householdId: (await householdOf(personId))?.householdId ?? '',
    };
  };

  /** What has not changed keeps its seal, so that registering the same details again changes nothing. */
  const sealedAnew = async (residentId: string, texts: Record<Registered, string>): Promise<Sealed> => {
    const found = await app.get(PEOPLE, residentId);
    const before = found?.state.status === 'registered' ? found.state.sealed : undefined;
    const seal = (field: Registered): string => {
      const place = `${residentId}/${field}`;
      const isSame = before !== undefined && vault.open(before[field], place) === texts[field];
      return isSame ? before[field] : vault.seal(texts[field], place);
    };
    return { name: seal('name'), idNumber: seal('idNumber'), phone: seal('phone'), address: seal('address') };
  };

  const children = childrenOf(app, { vault, recorded, guardians });
  const answers = answerRecorder(app, { purposes, proven, recorded });
  const births = birthRegistrar(app, { vault, purposes, proven, recorded, householdOf });

  const handlers: Handlers<Service> = {
    async register({ residentId, ...typed }, call) {
      const today = app.clock.now();
      const { registration, wrong: all, identity: id } = readRegistration(typed, today);
      const [wrong] = all;
      if (wrong || !id) return refuse('invalid-registration', `${wrong!.field}: ${wrong!.problem}`, `/${wrong!.field}`);
      const { name, phone, address, communityCode } = registration;
      const idIndexes = vault.indexes(indexed(id), 'id-number');
      const holder = await holderOf(app, idIndexes);
      if (holder && holder.personId !== residentId) return alreadyRegistered;
      // While the key is rotated, the same number may stand under another.
      const idIndex = holder?.idIndex ?? idIndexes[0];
      const sealed = await sealedAnew(residentId, { name, idNumber: id.text, phone, address });
      const command: RegisterPerson = {
        type: 'RegisterPerson',
        personId: residentId,
        sealed,
        idIndex,
        ...(id.kind !== 'identity-card' && { idKind: id.kind }),
        isReplaceable: !id.isLifelong,
        birthDate: id.birthDate,
        communityCode,
      };
      const done = await app.dispatch(PEOPLE, residentId, command, call);
      if (isRefusal(done)) return done.refused === 'not-unique' ? alreadyRegistered : done;
      return done.state.status === 'registered' ? shown(done.state) : unregistered;
    },

    async putHousehold({ householdId, members, savingsCents, homes, cars }, call) {
      for (const { residentId } of members) {
        const person = await personOf(app, residentId);
        if (isRefusal(person)) return person;
        const other = await householdOf(residentId);
        if (other && other.householdId !== householdId) return elsewhere;
      }
      const command = { type: 'PutHousehold', members, savingsCents, homes, cars } as const;
      const done = await app.dispatch(HOUSEHOLDS, householdId, command, call);
      if (isRefusal(done)) return done.refused === 'not-unique' ? elsewhere : done;
      return { householdId, members, savingsCents, homes, cars };
    },

    async find({ idKind, idNumber, purpose }, call) {
      const id = readIdentity(idKind, idNumber, app.clock.now());
      if (isRefusal(id)) return id;
      const found = await holderOf(app, vault.indexes(indexed(id), 'id-number'));
      if (!found) return refuse('resident-not-found', 'Nobody is registered with this ID number.', '/idNumber');
      const no = await relations.keepOut(call, found.personId);
      if (no) return no;
      return (await recorded(found.personId, purpose, detailFields, call)) ?? shown(found);
    },

    async get({ residentId, purpose }, call) {
      const organisation = await organisations.find(residentId);
      if (organisation)
        return (await recorded(residentId, purpose, ['name', 'district'], call)) ?? organisationEntry(organisation);
      const person = await personOf(app, residentId);
      if (isRefusal(person)) return person;
      return (await recorded(residentId, purpose, detailFields, call)) ?? shown(person);
    },

    // The platform checks by itself whether somebody may apply: no person is shown it, so there is no reader to record.
    async getStanding({ residentId }) {
      const organisation = await organisations.find(residentId);
      if (organisation) return { district: organisation.district, birthDate: '', organisation: true };
      const person = await personOf(app, residentId);
      if (isRefusal(person)) return person;
      const { district, birthDate } = person;
      return { district, birthDate, diedOn: (await deaths.of(residentId))?.diedOn };
    },

    async getRelation({ personId, residentId }) {
      const kind = (await relations.between(personId, residentId)) ?? '';
      // Only of one household somebody can be the guardian; every act at the desk asks, and most are about strangers.
      const guardian = kind === 'household' && (await guardians.authority(personId, residentId)) !== undefined;
      return { kind, guardian };
    },

    async disclose({ residentId, purpose }, call) {
      if (!/^(officer|supervisor):/.test(call.onBehalfOf ?? ''))
        return refuse('officer-missing', 'Only an officer is shown a whole ID number: call on behalf of one.');
      const person = await personOf(app, residentId);
      if (isRefusal(person)) return person;
      const no =
        (await relations.keepOut(call, residentId)) ?? (await recorded(residentId, purpose, ['ID number'], call));
      return no ?? { idNumber: vault.open(person.sealed.idNumber, `${residentId}/idNumber`) };
    },

    async recordRead({ residentId, purpose, fields }, call) {
      return (await recorded(residentId, purpose, fields, call)) ?? {};
    },

    async askMeans({ residentId, purpose }, call) {
      const person = await personOf(app, residentId);
      if (isRefusal(person)) return person;
      const no = await permitted(app, { purposes, proven }, residentId, purpose, call);
      if (no) return no;
      const household = await householdOf(residentId);
      const unrecorded = await recorded(residentId, purpose, meansFields, call, household ?? null);
      return unrecorded ?? means(household, residentId, person.district);
    },

    registerBirth: (request, call) => births(request, call),
    recordAnswer: (request, call) => answers(request, call),
    listChildren: (request, call) => children(request, call),

    async prefill({ residentId, agentId, package: code, facts }, call) {
      const organisation = await organisations.find(residentId);
      if (organisation) return organisationPrefill(organisation);
      const person = await personOf(app, residentId);
      if (isRefusal(person)) return person;
      const { sealed } = person;
      const open = (field: Registered) => vault.open(sealed[field], `${residentId}/${field}`);
      const household = await householdOf(residentId);
      const found = prefill(person, household, facts);
      // An agent is shown whose form it is, and what the form asks for: no more.
      const contact = agentId === '';
      const fields = [
        'name',
        'ID number (masked)',
        ...(contact ? ['phone', 'address'] : []),
        ...found.map((f) => f.fact),
      ];
      const onBehalfOf = `resident:${agentId || residentId}`;
      const why = { caseId: code || 'own', purpose: 'prefill' };
      const no = await recorded(
        residentId,
        why,
        fields,
        { ...call, caller: onBehalfOf, onBehalfOf },
        household ?? null,
      );
      if (no) return no;
      return {
        name: open('name'),
        idNumberMasked: maskIdNumber(open('idNumber')),
        phone: contact ? open('phone') : '',
        address: contact ? open('address') : '',
        facts: [...found],
      };
    },

    /** An organisation has no page of its own: whoever acts for it is shown who read of it. */
    async listReads(request) {
      const { residentId, agentId } = request;
      if (agentId === '') return listReads(app, vault, request);
      if (!(await organisations.find(residentId))) return readsOfOthers;
      const allowed = await authority({ principalId: residentId, agentId, package: '' });
      return isRefusal(allowed) ? allowed : listReads(app, vault, request);
    },
    listLookUps: (request) => listLookUps(app, request),
  };
  // `registry`: whoever brings in people and households from the city's registers.
  const callers = () => {
    const [asking, telling] = [askersOf(purposes()), tellersOf(purposes())];
    const ofDepartment = (name: string) => [
      ...[...(asking.get(name) ?? [])].map((each) => answering[each]),
      ...(telling.has(name) ? (['recordAnswer'] as const) : []),
    ];
    return {
      gateway: { forPersons: shownToPeople, itself: [] },
      registry: ['register', 'putHousehold', 'find'] as const,
      ...Object.fromEntries([...asking.keys(), ...telling].map((name) => [name, ofDepartment(name)])),
    };
  };
  return grpcService(residents.v1.ResidentsServiceService, handlers, callers, {
    actors: {
      get: ({ residentId }) => residentId,
      listReads: ({ residentId, agentId }) => agentId || residentId,
      listChildren: ({ residentId }) => residentId,
      prefill: ({ residentId, agentId }) => agentId || residentId,
    },
  });
}
