import { createLog } from '@lianban/telemetry';
import { refuse } from '@lianban/model';
import { applications, casework, residents } from '@lianban/protos';
import type {
  Applications,
  Consents,
  DeskClient,
  Drafts,
  Mandates,
  Materials,
  OperationsClient,
  Ports,
  Residents,
} from '../src/ports';
import { fakeCorrections } from './fake-corrections';
import { fakeMaterials } from './fake-materials';
import { fakeOwnApplications, fakeOwnEntry } from './fake-own-data';
import { emptyAnswers, fakeOperations } from './fake-operations';
import { fakeReadMarks, fakeReadQuestions } from './fake-reads';
import { fakeOpenSessions } from './fake-sessions';
import { staffOf } from './fake-staff';
import { ownWrit, paper, writOf } from './fake-writs';
import { siteOf } from './site';

const { Application, CheckResponse, ListResponse, Department, Package, SubmitResponse } = applications.v1;

const demoDepartment = Department.fromPartial({
  code: 'permits',
  name: { zh: '行政审批局', en: 'Permits' },
  words: [{ code: 'level', label: { zh: '等级', en: 'Level' }, unit: { zh: '级', en: '' } }],
});

export const demoPackage = Package.fromPartial({
  code: 'small-shop',
  version: 1,
  name: { zh: '开小店', en: 'Small shop' },
});

export const application = (version: number, more: object = {}) =>
  Application.fromPartial({
    applicationNumber: 'A-1',
    package: 'small-shop',
    packageVersion: 1,
    residentId: 'r-1',
    status: 'in-progress',
    submittedAt: new Date('2026-03-02T01:00:00Z'),
    version,
    steps: [
      { id: 'course', department: 'employment', status: 'granted' },
      { id: 'licence', department: 'permits', status: 'requested', needs: ['course'] },
    ],
    timeline: [{ at: new Date('2026-03-02T01:00:00Z'), what: 'submitted' }],
    ...more,
  });

export const caseOf = (version: number, more: object = {}) =>
  casework.v1.Case.fromPartial({
    id: 'A-1/licence',
    ref: { applicationNumber: 'A-1', step: 'licence', item: 'food-licence', department: 'permits' },
    status: 'accepted',
    version,
    residentId: 'r-1',
    answers: { area: 20 },
    district: '410105',
    ...more,
  });

export const fakeApplications: Applications = {
  listDepartments: async () => ({ departments: [demoDepartment] }),
  listPackages: async () => ({ packages: [demoPackage] }),
  check: async ({ package: code }) => CheckResponse.fromPartial({ package: code, packageVersion: 1 }),
  submit: async () => SubmitResponse.fromPartial({ applicationNumber: 'A-1', created: true }),
  findSubmission: async () => SubmitResponse.fromPartial({ applicationNumber: 'A-1' }),
  get: async () => application(1),
  list: async () => ListResponse.fromPartial({ applications: [application(1)], nextCursor: 'more' }),
  supplement: async () => application(2),
  object: async () => application(2),
  withdraw: async () => application(2),
  takeOver: async () => application(2),
  answerTakeOver: async () => application(2),
  listHanging: async () => ({ steps: [] }),
  listObjections: async ({ objections }) => ({
    objections: objections.map((objection) => ({ objection, text: `text of ${objection}`, filedAt: undefined })),
  }),
  listWaiting: async () => ({ waiting: [] }),
  watch: async function* () {
    yield application(1);
  },
};

const resident = residents.v1.Resident.fromPartial({});

export const fakeResidents: Residents = {
  register: async () => resident,
  find: async () => resident,
  get: async () => resident,
  disclose: async () => ({ idNumber: '11010519491231002X' }),
  recordRead: async () => ({}),
  recordAnswer: async () => ({}),
  getRelation: async () => ({ kind: '', guardian: false }),
  getStanding: async () => ({ district: '410105', birthDate: '1982-05-15' }),
  putHousehold: async (household) => household,
  prefill: async () => residents.v1.PrefillResponse.fromPartial({ name: '王秀兰', idNumberMasked: '410105***1' }),
  registerBirth: async () => ({ residentId: 'r-9', district: '410105' }),
  listChildren: async () => ({ children: [{ residentId: 'r-9', name: '王小小' }] }),
  askMeans: async () => residents.v1.Means.fromPartial({}),
  listLookUps: async () =>
    residents.v1.ListLookUpsResponse.fromPartial({
      rows: [{ day: '2026-03-02', reader: 'officer:o-1', lookUps: 4, people: 3 }],
    }),
  listReads: async () =>
    residents.v1.ListReadsResponse.fromPartial({
      reads: [
        {
          at: new Date('2026-03-02T01:00:00Z'),
          reader: 'social-assistance',
          caseId: 'A-1/relief',
          purpose: 'means-test',
        },
      ],
    }),
};

const mandate = residents.v1.Mandate.fromPartial({
  mandateId: 'MD00000001',
  principalId: 'r-1',
  agentId: 'r-2',
  until: new Date('2026-12-31T15:59:59.999Z'),
  status: 'in-force',
});

export const fakeMandates: Mandates = {
  askFor: async () => mandate,
  give: async () => mandate,
  confirm: async () => mandate,
  confirmAtCounter: async () => mandate,
  answerAtCounter: async () => mandate,
  listAtCounter: async () => ({ mandates: [{ ...mandate, principalName: '', agentName: '' }] }),
  refuse: async () => mandate,
  revoke: async () => mandate,
  list: async () => residents.v1.ListMandatesResponse.fromPartial({ given: [mandate] }),
  check: async () => refuse('mandate-missing', 'You have no mandate of this person.'),
};

const consent = residents.v1.Consent.fromPartial({
  consentId: 'A-1.social-assistance.minimum-living-allowance',
  applicationNumber: 'A-1',
  department: 'social-assistance',
  purpose: 'minimum-living-allowance',
  version: '2026-1',
  form: 'on-site',
  givenAt: new Date('2026-03-02T01:00:00Z'),
});

export const fakeConsents: Consents = {
  record: async () => ({}),
  list: async () => ({ consents: [consent], nextCursor: '' }),
  revoke: async () => ({ ...consent, revokedAt: new Date('2026-03-03T01:00:00Z') }),
};

const draft = residents.v1.Draft.fromPartial({
  package: 'small-shop',
  forId: 'r-1',
  answers: { savings: 1 },
  version: 3,
  savedAt: new Date('2026-03-02T01:00:00Z'),
});

export const fakeDrafts: Drafts = {
  save: async () => draft,
  get: async () => draft,
  list: async () => ({ drafts: [draft] }),
  names: async () => ({ named: false }),
  discard: async () => ({}),
};

/** A desk that knows the case A-1/licence alone. */
export const fakeDesk: DeskClient = {
  listWork: async () => casework.v1.ListWorkResponse.fromPartial({ cases: [caseOf(3)] }),
  getCase: async ({ id }) => (id === 'A-1/licence' ? caseOf(3) : refuse('case-not-found', 'There is no such case.')),
  accept: async () => caseOf(4),
  requestSupplement: async () => caseOf(4),
  pause: async () => caseOf(4),
  resume: async () => caseOf(4),
  extend: async () => caseOf(4),
  approveExtension: async () => caseOf(4),
  refuseExtension: async () => caseOf(4),
  decide: async () => caseOf(4),
  answerDecision: async () => caseOf(4),
  askCorrection: async () => caseOf(4),
  answerCorrection: async () => caseOf(4),
  withdrawAsk: async () => caseOf(4),
  claim: async () => caseOf(4),
  release: async () => caseOf(4),
  reassign: async () => caseOf(4),
  bulk: async () => casework.v1.BulkResponse.fromPartial({}),
  rehearse: async () => casework.v1.RehearseResponse.fromPartial({ outcome: casework.v1.Outcome.GRANTED }),
  addNote: async () => casework.v1.Note.fromPartial({ id: 'n-1', text: 'Called.' }),
  listNotes: async () => casework.v1.ListNotesResponse.fromPartial({ notes: [{ id: 'n-1', text: 'Called.' }] }),
  listMissing: async () => casework.v1.ListMissingResponse.fromPartial({}),
  listWrits: async () => casework.v1.ListWritsResponse.fromPartial({ writs: [writOf()], handedIn: [paper] }),
  previewWrits: async () => casework.v1.ListWritsResponse.fromPartial({ writs: [writOf({ digest: '' })] }),
  getOwnCase: async ({ caseId }) =>
    caseId === 'A-1/licence'
      ? casework.v1.OwnCase.fromPartial({ status: 'accepted', known: { persons: 2 }, writs: [ownWrit] })
      : refuse('case-not-found', 'There is no such case.'),
  board: async () => casework.v1.BoardResponse.fromPartial({ decided: 4, onTime: 3 }),
  releaseUnlisted: async () => ({ released: 0 }),
};

export interface Fakes {
  readonly applications?: Partial<Applications>;
  readonly materials?: Partial<Materials>;
  readonly residents?: Partial<Residents>;
  readonly mandates?: Partial<Mandates>;
  readonly consents?: Partial<Consents>;
  readonly drafts?: Partial<Drafts>;
  readonly readMarks?: Partial<Ports['readMarks']>;
  readonly readQuestions?: Partial<Ports['readQuestions']>;
  readonly corrections?: Partial<Ports['corrections']>;
  readonly ownEntry?: Partial<Ports['ownEntry']>;
  readonly ownApplications?: Partial<Ports['ownApplications']>;
  readonly openSessions?: Partial<Ports['openSessions']>;
  readonly desks?: Readonly<Record<string, Partial<DeskClient>>>;
  readonly operations?: Readonly<Record<string, Partial<OperationsClient>>>;
  readonly rest?: Partial<Ports>;
}

/** Every call made through the ports, as "service.method", with the request and the options it was made with. */
export interface RecordedCall {
  readonly name: string;
  readonly request: unknown;
  readonly options: unknown;
}

export function fakePorts(fakes: Fakes = {}): { ports: Ports; calls: RecordedCall[]; logged: string[] } {
  const calls: RecordedCall[] = [];
  const logged: string[] = [];
  const recording = <T extends object>(service: string, port: T): T =>
    Object.fromEntries(
      Object.entries(port).map(([name, method]: [string, (request: unknown, options: unknown) => unknown]) => [
        name,
        (request: unknown, options: unknown) => {
          calls.push({ name: `${service}.${name}`, request, options });
          return method(request, options);
        },
      ]),
    ) as T;
  const desks = { permits: fakes.desks?.permits ?? {}, employment: { getCase: absent }, ...fakes.desks };
  const ports: Ports = {
    applications: recording('applications', { ...fakeApplications, ...fakes.applications }),
    materials: recording('materials', { ...fakeMaterials, ...fakes.materials }),
    residents: recording('residents', { ...fakeResidents, ...fakes.residents }),
    mandates: recording('mandates', { ...fakeMandates, ...fakes.mandates }),
    consents: recording('consents', { ...fakeConsents, ...fakes.consents }),
    drafts: recording('drafts', { ...fakeDrafts, ...fakes.drafts }),
    readMarks: recording('readMarks', { ...fakeReadMarks, ...fakes.readMarks }),
    readQuestions: recording('readQuestions', { ...fakeReadQuestions, ...fakes.readQuestions }),
    openSessions: recording('openSessions', { ...fakeOpenSessions, ...fakes.openSessions }),
    corrections: recording('corrections', { ...fakeCorrections, ...fakes.corrections }),
    ownEntry: recording('ownEntry', { ...fakeOwnEntry, ...fakes.ownEntry }),
    ownApplications: recording('ownApplications', { ...fakeOwnApplications, ...fakes.ownApplications }),
    desks: Object.fromEntries(
      Object.entries(desks).map(([name, desk]) => [name, recording(name, { ...fakeDesk, ...desk })]),
    ),
    operations: Object.fromEntries(
      Object.entries(fakes.operations ?? { permits: {} }).map(([name, client]) => [
        name,
        recording(`operations of ${name}`, { ...fakeOperations, ...client }),
      ]),
    ),
    clientOf: (service, definition) => recording(service, emptyAnswers(definition)) as never,
    staff: staffOf([]),
    security: { note: () => undefined },
    printer: { print: async () => Buffer.from('%PDF-1.7') },
    ...siteOf(),
    log: createLog('gateway', 'debug', { write: (line) => void logged.push(line) }),
    isReady: () => true,
    stopping: new AbortController().signal,
    ...fakes.rest,
  };
  return { ports, calls, logged };
}

const absent: DeskClient['getCase'] = async () => refuse('case-not-found', 'There is no such case.');
