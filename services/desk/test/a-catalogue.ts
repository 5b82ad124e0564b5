import { loadDepartments } from '@lianban/catalogue';

export const item = {
  code: 'food-business-licence',
  name: { zh: '食品经营许可', en: 'Food business licence' },
  department: 'permits',
  materials: [{ code: 'hygiene-layout', name: { zh: '布局流程图', en: 'Drawing of the premises' }, grade: 'C' }],
  findings: [
    {
      name: 'inspection',
      label: { zh: '现场核查结果', en: 'Inspection' },
      type: 'choice',
      required: false,
      choices: [{ code: 'passed', label: { zh: '合格', en: 'Passed' } }],
    },
  ],
  reasons: [{ code: 'inspection-failed', label: { zh: '核查不合格', en: 'Not passed' }, uses: ['refuse'] }],
};
const form = [
  { name: 'premisesArea', label: { zh: '经营面积', en: 'Area of the premises' }, type: 'integer', required: true },
];
const registered = { ...item, code: 'unemployment-registration', name: { zh: '失业登记', en: 'Registration' } };
const steps = [
  { id: 'registration', item: registered },
  { id: 'licence', item },
];
export const departments = loadDepartments().map(({ department, name, words, reasons, items }) => {
  const facts = items.flatMap((item) => item.facts.map((fact) => ({ ...fact, code: fact.name })));
  return { code: department, name, words: [...words, ...reasons, ...facts] };
});
export const packages = [{ code: 'shop', version: 1, name: { zh: '开店', en: 'Shop' }, form, steps }];
export const clock = {
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

export const asked = {
  status: 'asked',
  days: 5,
  reason: 'inspection-failed',
  askedBy: 'o-2',
  askedAt: '2026-03-11T02:00:00Z',
};
