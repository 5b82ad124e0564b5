import type {
  Application,
  Checked,
  GivenConsent,
  Mandate,
  MandateList,
  Message,
  OwnWrits,
  ReadList,
  Step,
  Wanted,
  Writ,
} from '@lianban/rest-client';
import { fakeServices } from './fake-services';
import { type Called, type FakeAnswers, refusal } from './site';

const failedGround = {
  rule: '食品安全法 art. 33',
  version: '2021',
  explanation: 'The inspection must be passed.',
  met: false,
};

/** A fake API with one resident's draft and applications in memory. */
export function fakeCity(): FakeAnswers {
  const drafts = new Map<string, Record<string, unknown>>();
  const save = (code: string) => (called: Called) => {
    const version = Number(drafts.get(code)?.version ?? 0) + 1;
    const kept = {
      savedAt: '2026-03-02T01:00:00Z',
      keptUntil: '2026-05-31T01:00:00Z',
      package: code,
      for: 'resident-2',
    };
    drafts.set(code, { materials: [], ...(called.body as object), version, ...kept });
    return drafts.get(code);
  };
  const draftRoutes = (code: string): FakeAnswers => ({
    [`GET /api/me/drafts/${code}`]: () => drafts.get(code) ?? refusal(404, 'draft-not-found'),
    [`PUT /api/me/drafts/${code}`]: save(code),
    [`DELETE /api/me/drafts/${code}`]: () => ({ discarded: drafts.delete(code) }),
  });
  return {
    ...fakeServices,
    ...draftRoutes('open-small-shop'),
    ...draftRoutes('elderly-parent-care'),
    'GET /api/me/drafts': () => ({ drafts: [...drafts.values()] }),
    'UPLOAD /api/me/materials': { reference: 'material-1', grade: 'C' },
    'POST /api/applications': { applicationNumber: 'LB20260302000001' },
    'GET /api/applications/LB20260302000001': underWay,
    'GET /api/applications/LB20260302000002': ended,
    'GET /api/applications/LB20260302000001/messages': { messages },
    'POST /api/applications/LB20260302000001/messages/read': {},
    'GET /api/applications/LB20260302000002/messages': { messages: [] },
    'GET /api/applications/LB20260302000001/missing': { steps: [{ step: 'licence', wanted, department: 'permits' }] },
    'GET /api/applications/LB20260302000001/writs': ownWrits,
    'GET /api/applications/LB20260302000002/writs': ownWrits,
    'GET /api/applications?limit=20': { applications: [ended, underWay] },
    'GET /api/me/profile': {
      residentId: 'resident-2',
      name: '李建国',
      idNumberMasked: '4101**********1234',
      fields: [],
    },
    'GET /api/me/reads?limit=20&own=false': { reads },
    ...{ 'GET /api/me/mandates?limit=50': mandates, 'GET /api/me/mandates?limit=100': mandates },
    ...{ 'GET /api/me/consents?limit=50': { consents }, 'GET /api/me/consents?limit=100': { consents } },
    'GET /api/me/eligibility/open-small-shop': {},
    'GET /api/me/eligibility/elderly-parent-care': { why: 'age-outside' },
    'POST /api/packages/open-small-shop/check': checked,
    'POST /api/packages/elderly-parent-care/check': { steps: [] },
  };
}

const text = (zh: string, en: string) => ({ zh, en });

/** A refusal of the step `licence`, as its department tells it. */
export const refusalInWriting: Writ = {
  place: 2,
  kind: 'refusal',
  number: '郑审批〔2026〕不准字第 LB20260302000001-048213-2 号',
  issuedAt: '2026-03-06T02:00:00Z',
  title: text('不予批准决定书', 'Decision: not granted'),
  organ: text('郑州市行政审批局', 'Zhengzhou Administrative Approval Bureau'),
  parts: [
    {
      lines: [
        text('经审查，我单位决定不予批准。', 'We do not grant it.'),
        text('理由：现场核查不合格。', 'The reason: the inspection.'),
      ],
    },
    { heading: text('不服怎么办', 'If you disagree'), lines: [text('最迟到2026年5月6日。', 'By 6 May 2026.')] },
  ],
  sealLine: text('郑州市行政审批局', 'Zhengzhou Administrative Approval Bureau'),
  address: text('拨打 12345', 'Call 12345'),
  digest: 'ab'.repeat(32),
  isDemo: true,
};

const ownWrits: OwnWrits = {
  steps: [
    {
      step: 'licence',
      department: 'permits',
      writs: [refusalInWriting],
      handedIn: [{ name: text('经营场所证明', 'Proof of premises'), grade: 'C' }],
    },
    { step: 'relief', department: 'social-assistance' },
  ],
};

const reads: ReadList['reads'] = [
  {
    id: 'r20260302T010000-0a1b2c3d.0000000001',
    ofHousehold: false,
    basis: 'consent',
    at: '2026-03-02T01:00:05Z',
    firstAt: '2026-03-02T01:00:05Z',
    count: 1,
    reader: 'social-assistance',
    caseId: 'LB20260302000001/relief',
    purpose: 'means-test',
    fields: ['income', 'savings', 'homes'],
  },
];

const messages: readonly Message[] = [
  {
    step: 'licence',
    department: 'permits',
    text: '布局流程图请标明水池位置。',
    at: '2026-03-02T02:00:00Z',
    unread: true,
  },
];

const wanted: readonly Wanted[] = [
  {
    code: 'hygiene-layout',
    note: '水池和操作台的距离看不清，请标明尺寸后重新上传。',
    received: [{ grade: 'C', reference: 'FM00000000-0000-4000-8000-000000000000' }],
  },
];

const consents: readonly GivenConsent[] = [
  {
    id: 'LB20260302000001.social-assistance.minimum-living-allowance',
    applicationNumber: 'LB20260302000001',
    to: 'social-assistance',
    purpose: 'minimum-living-allowance',
    version: '2026-1',
    form: 'on-site',
    givenAt: '2026-03-02T01:00:00Z',
  },
];

const mandate = (status: string, other: string, name: string): Mandate => ({
  id: `m-${other}`,
  principal: { residentId: other, name },
  agent: { residentId: other, name },
  packages: 'all',
  until: '2026-12-31T15:59:59Z',
  status,
});

const mandates: MandateList = {
  given: [mandate('asked', 'resident-3', '李晓')],
  received: [mandate('in-force', 'resident-1', '王秀英')],
};

const condition = (zh: string, en: string, verdict: string) => ({
  expression: '',
  means: { zh, en },
  verdict,
  waitsFor: [],
});
const checked: Checked = {
  package: 'open-small-shop',
  packageVersion: 1,
  steps: [
    { step: 'registration', prospect: 'asked', conditions: [], blockedBy: [] },
    { step: 'course', prospect: 'asked', conditions: [], blockedBy: [] },
    {
      step: 'relief',
      prospect: 'not-asked',
      conditions: [condition('家庭存款低于 20000 元', 'Less than 20,000 yuan saved', 'not-met')],
      blockedBy: [],
    },
    {
      step: 'licence',
      prospect: 'later',
      conditions: [condition('有固定的经营场所', 'There are premises', 'met')],
      blockedBy: [],
    },
    { step: 'sign', prospect: 'open', conditions: [], blockedBy: [] },
  ],
};

const at = (hour: string) => `2026-03-02T${hour}:00Z`;
const step = (
  id: string,
  department: string,
  zh: string,
  en: string,
  more: Pick<Step, 'status'> & Partial<Step>,
): Step => ({
  id,
  item: id,
  department,
  name: { zh, en },
  kind: 'decision',
  needs: [],
  ...more,
});

const underWay: Application = {
  applicationNumber: 'LB20260302000001',
  package: 'open-small-shop',
  packageVersion: 1,
  residentId: 'resident-2',
  name: { zh: '失业再就业开小店', en: 'Starting a small shop after losing a job' },
  status: 'waiting-for-you',
  submittedAt: at('01:00'),
  version: 9,
  answers: { reason: 'contract-ended', lastWorkedOn: '2026-01-31', savingsCents: 800_000, premisesArea: 24 },
  materials: [{ code: 'sign-drawing', grade: 'C', reference: 'FM00000000-0000-4000-8000-000000000001' }],
  steps: [
    step('registration', 'employment', '失业登记', 'Unemployment registration', {
      status: 'granted',
      reason: 'conditions-met',
      facts: { registrationNumber: 'UR-LB20260302000001' },
      grounds: [
        {
          rule: '失业登记办法 art. 2',
          version: '2024',
          explanation: 'The applicant must be out of work on the day of the application.',
          met: true,
        },
      ],
    }),
    step('course', 'employment', '创业培训', 'Start-up course', {
      status: 'granted',
      reason: 'seat-reserved',
      facts: { seat: 1 },
    }),
    step('relief', 'social-assistance', '临时救助', 'Temporary relief', {
      status: 'accepted',
      promisedAt: '2026-03-04T15:59:59Z',
      statutoryAt: '2026-03-09T15:59:59Z',
    }),
    step('licence', 'permits', '食品经营许可', 'Food business licence', {
      needs: ['course'],
      status: 'supplement',
      missing: [{ code: 'hygiene-layout' }],
      dueAt: '2026-04-01T15:59:59Z',
    }),
    step('sign', 'permits', '门头招牌设置', 'Shopfront sign', { needs: ['licence'], status: 'waiting' }),
  ],
  timeline: [
    { at: at('01:00'), what: 'submitted' },
    { at: at('01:01'), what: 'requested', step: 'registration', department: 'employment' },
    {
      at: at('01:02'),
      what: 'accepted',
      step: 'relief',
      department: 'social-assistance',
      until: '2026-03-04T15:59:59Z',
    },
    { at: at('01:03'), what: 'granted', step: 'registration', department: 'employment', detail: 'conditions-met' },
    {
      at: at('01:05'),
      what: 'supplement-requested',
      step: 'licence',
      department: 'permits',
      detail: 'hygiene-layout',
      until: '2026-04-01T15:59:59Z',
    },
  ],
  graph: { nodes: [], edges: [] },
};

const ended: Application = {
  ...underWay,
  applicationNumber: 'LB20260302000002',
  status: 'partly-granted',
  endedAt: '2026-03-16T02:00:00Z',
  steps: underWay.steps.map((each) =>
    each.id === 'licence'
      ? {
          ...each,
          status: 'refused',
          missing: [],
          reason: 'inspection-failed',
          grounds: [failedGround],
        }
      : each.id === 'sign'
        ? { ...each, status: 'stopped' }
        : each,
  ),
};
