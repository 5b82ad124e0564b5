import { describeCatalogue, describeDepartments, loadCatalogue } from '@lianban/applications';
import { departmentView } from '../../../../services/gateway/src/schemas/department';
import { packageView } from '../../../../services/gateway/src/schemas/package';
import { textFor } from './written-for-others';

const catalogue = loadCatalogue();
export const packages = describeCatalogue(catalogue).map(packageView);
export const departments = describeDepartments(catalogue).map(departmentView);

const at = '2026-03-11T02:00:00Z';
const clock = {
  kind: 'decide',
  running: true,
  dueAt: '2026-03-16T15:59:59.999Z',
  usedDays: 8,
  leftDays: 2,
  statutoryLeftDays: 12,
  promisedDays: 10,
  statutoryDays: 20,
  extendedBy: 0,
  pauses: [],
  level: 'amber',
};

const isText = ({ format, type }: { readonly format?: string | undefined; readonly type: string }) =>
  type === 'string' && format === undefined;
/** An answer to each question of a form: choices by their codes, words as somebody writes them. */
const answered = (form: readonly (typeof packages)[number]['form'][number][]) =>
  Object.fromEntries(
    form.map((field) => {
      const { name, type, choices } = field;
      if (type === 'boolean') return [name, true];
      if (choices && choices.length > 0) return [name, choices[0]?.code];
      return [name, isText(field) ? '人民路 5 号' : type === 'string' ? '2026-01-31' : 24];
    }),
  );

const means = {
  householdKnown: true,
  persons: 3,
  monthlyIncomeCents: 210_000,
  savingsCents: 0,
  homes: 1,
  cars: 0,
  severeDisability: false,
};
/** A case has the next of them in turn. */
export const statuses = [
  'received',
  'supplement',
  'accepted',
  'paused',
  'notice',
  'decided',
  'cancelled',
  'compensated',
];
const every = packages.flatMap((each) => each.steps.map((step) => ({ step, package: each })));

/** A case of every item, between them in every status, with every reason, ground and fact the catalogue knows. */
export const cases = every.flatMap(({ step: { id, item, needs }, package: of }, place) => {
  const status = statuses[place % statuses.length]!;
  const pauses = (item.reasons ?? []).map(({ code }, day) => ({
    reason: code,
    from: `2026-03-0${(day % 8) + 1}T00:00:00Z`,
    days: 1,
  }));
  const grounds = (item.grounds ?? []).map(({ code }) => ({
    rule: 'r',
    version: 'demo-2026',
    explanation: 'English.',
    met: false,
    code,
    facts: {},
  }));
  const reason = item.reasons?.[0]?.code ?? 'conditions-met';
  const ask = { status: 'asked', days: 5, reason, askedBy: 'o-2', askedAt: at, until: at };
  return [
    {
      id: `A-${place}/${id}`,
      applicationNumber: `A-${place}`,
      step: id,
      item: item.code,
      department: item.department,
      district: '410105',
      status,
      version: 3,
      residentId: 'resident-3',
      receivedAt: at,
      deemed: true,
      clock: { ...clock, pauses },
      answers: { ...answered(of.form), remark: textFor('POST /api/applications answers') },
      earlier: Object.fromEntries(needs.map((each) => [each, factsOf(each, of)])),
      known: { means, seat: { available: false, why: 'residents-did-not-answer' } },
      materials: item.materials.map(({ code }) => ({ code, grade: 'B', reference: 'BJ-2026-000001' })),
      missing: [
        ...item.materials.map(({ code }) => ({ code, note: '' })),
        { code: 'other-paper', note: textFor('missing/note') },
      ],
      objections: [
        { objection: 'OB1', text: textFor('objection reason'), filedAt: at },
        { objection: 'OB2', dismissed: true },
      ],
      handedOver: 'paper-unseen',
      awaited: ['means'],
      ...(status === 'accepted' && { extension: ask, decisionAsk: ask }),
      ...(status === 'decided' && { outcome: 'refused', reason, grounds, closedAt: at }),
    },
  ];
});

function factsOf(id: string, { steps }: (typeof packages)[number]) {
  const item = catalogue.items.find(({ code }) => code === steps.find((each) => each.id === id)?.item.code);
  const values = (item?.facts ?? []).map(({ name, type, choices }) => [
    name,
    choices?.[0]?.code ??
      (type === 'integer' || type === 'number' ? 2 : type === 'boolean' ? true : 'UR-LB20260302000001'),
  ]);
  return { outcome: 'granted', reason: 'conditions-met', ...(Object.fromEntries(values) as object) };
}

const happened =
  'submitted requested not-needed stopped accepted supplement-requested supplement-provided paused resumed extended objection-raised review-asked objection-dismissed granted refused cancellation-requested cancelled compensation-requested compensated needs-operator taken-over withdrawn ended';
const details: Readonly<Record<string, string>> = {
  'not-needed': 'wantsMinimumLiving = true',
  submitted: 'at-counter',
  accepted: 'deemed',
  paused: 'public-notice',
  'objection-raised': 'OB1',
  'objection-dismissed': 'no-notice-open',
  granted: 'conditions-met',
  'needs-operator': 'decision-overdue',
  withdrawn: textFor('withdrawal reason'),
  ended: 'partly-granted',
  'taken-over': textFor('take-over reason'),
};

/** The whole application behind a case, with every line its history can have. */
export function applicationOf(number: string) {
  const place = Number(number.slice(2));
  const { package: of } = every[place]!;
  const steps = of.steps.map(({ id, item }, n) => {
    const status = ['waiting', 'accepted', 'not-needed', 'stopped', 'needs-operator'][n % 5]!;
    const reason =
      status === 'not-needed' ? 'wantsMinimumLiving = true' : status === 'stopped' ? of.steps[0]!.id : undefined;
    return {
      id,
      kind: 'decision',
      item: item.code,
      name: item.name,
      department: item.department,
      status,
      reason,
      needs: [],
    };
  });
  const timeline = happened.split(' ').map((what) => {
    const papers = of.steps.flatMap(({ item }) => item.materials.map(({ code }) => code)).join(', ');
    const detail = what === 'supplement-requested' ? papers : what === 'stopped' ? of.steps[0]!.id : details[what];
    return { at, what, step: of.steps[0]!.id, department: of.steps[0]!.item.department, detail };
  });
  return { applicationNumber: number, name: of.name, assistedBy: 'o-2', steps, timeline };
}

export const board = {
  received: 3,
  decided: 2,
  onTime: 1,
  supplemented: 1,
  days: [{ day: '2026-03-10', received: 3, closed: 1 }],
  ages: [
    { fromDays: 0, cases: 2 },
    { fromDays: 5, cases: 1 },
  ],
  waiting: departments.map(({ code }) => ({ department: code, waitsFor: 'officer', cases: 1, oldest: at })),
  holders: [
    { holder: 'o-2', cases: 1, overdue: 0 },
    { cases: 1, overdue: 1 },
  ],
};

export const person = {
  residentId: 'resident-3',
  name: '李建国',
  idNumberMasked: '4101**********1234',
  birthDate: '1961-05-15',
  phone: '138****8000',
  address: '金水区经八路街道',
  district: '410105',
};

const look = { id: 'q1', reader: 'officer:o-2', caseId: 'A-1/course', residentId: 'resident-3', askedAt: at };
/** A question about a look for every purpose the register is asked for, one of them answered. */
export const questions = [
  ...['case-handling', 'whole-application', 'counter-intake', 'mandate-confirmation', 'check-identity'],
  ...['fill-in-certificate', 'check-with-other-system', ...every.map(({ step }) => step.item.code)],
].map((purpose, n) => ({ ...look, id: `q${n}`, purpose, ...(n === 0 && { answer: '核对收入。', answeredAt: at }) }));
