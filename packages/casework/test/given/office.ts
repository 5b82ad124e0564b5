import { readDepartments } from '@lianban/catalogue';

const text = `
department: elderly-care
topic: elderly-care.v1
name: { zh: 示例局, en: Example department }
complaints: { zh: 拨打 12345, en: Call 12345 }
reasons:
  - { code: never-came, label: { zh: 申请人没有到场, en: the applicant did not come }, uses: [refuse] }
  - { code: no-seat, label: { zh: 课程没有名额, en: there is no seat }, uses: [refuse] }
  - { code: hearing, label: { zh: 听证, en: a hearing }, uses: [pause] }
  - { code: complex, label: { zh: 情况复杂, en: the case is complex }, uses: [extend] }
grounds:
  - code: example
    rule: { zh: 《示例办法》第一条, en: Example Measures art. 1 }
    text: { zh: 须符合条件。, en: The conditions must be met. }
letterheads:
  - from: '2026-01-01'
    version: demo-1
    organ: { zh: 示例市民政局, en: Example City Civil Affairs Bureau }
    short: 示例
    sealLine: { zh: 示例市民政局, en: Example City Civil Affairs Bureau }
    address: { zh: 示例路 1 号, en: 1 Example Road }
    reconsideration: { zh: 示例市人民政府, en: Example City People’s Government }
    court: { zh: 示例市人民法院, en: Example City People’s Court }
items:
`;

const item = (code: string) => `
  - code: ${code}
    version: 1
    name: { zh: 能力评估, en: Ability assessment }
    description: { zh: 评估, en: Assessment }
    area: elderly-care
    synonyms: { zh: [], en: [] }
    whoCanApply: { zh: 老年人, en: Older people }
    legalBasis: [{ zh: 《中华人民共和国行政许可法》, en: Administrative Licensing Law }]
    statutoryDays: 20
    promisedDays: 10
    feeCents: 0
    decidedBy: officer
    materials: [{ code: plan, name: { zh: 布局图, en: Plan }, grade: C }]
    answers: [{ name: income, label: { zh: 家庭收入, en: Income of the household }, type: integer, required: true }]
    facts: [{ name: level, label: { zh: 等级, en: Level }, type: integer, shown: true }]
`;

const { read, problems } = readDepartments([
  { kind: 'department', label: 'example.yaml', text: text + ['plain', 'needs-seat'].map(item).join('') },
]);
if (!read[0]) throw new Error(JSON.stringify(problems));

/** The catalogue file of a department whose items are those of the example. */
export const exampleOffice = read[0].value;
