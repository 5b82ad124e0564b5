import type { Package } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import type { NameDepartment } from './departments';

interface ReadBy {
  readonly reader: string;
  readonly department?: string | undefined;
}

/** Who looked: `residentId` themselves, somebody of a mandate, an officer by department and number, or a service of the city. */
export function readerName(
  { reader, department }: ReadBy,
  residentId: string | undefined,
  departmentName: NameDepartment,
): BilingualText {
  const [, role, id = ''] = /^(resident|officer|supervisor):(.+)$/.exec(reader) ?? [];
  if (role === undefined) return departmentName(reader);
  if (role === 'resident')
    return id === residentId
      ? { zh: '您本人', en: 'You' }
      : { zh: '委托关系中的另一方', en: 'The other person of a permission to act' };
  const { zh, en } = department ? departmentName(department) : { zh: '', en: '' };
  const lead = role === 'supervisor' ? { zh: '负责人', en: 'Supervisor' } : { zh: '经办人', en: 'Officer' };
  return {
    zh: [zh, `${lead.zh} ${id}`].filter(Boolean).join(' · '),
    en: [en, `${lead.en} ${id}`].filter(Boolean).join(' · '),
  };
}

/** The application a look was for; undefined when it was for something else: a form that is filled in, a counter, a mandate. */
export const applicationIn = (caseId = ''): string | undefined =>
  caseId.includes('/') ? caseId.slice(0, caseId.indexOf('/')) : undefined;

export const purposes = {
  'own-data': { zh: '查看自己的数据', en: 'Looking at one’s own data' },
  prefill: { zh: '帮您填表', en: 'Filling in your form' },
  'case-handling': { zh: '办理您的办件', en: 'Working on your application' },
  'whole-application': { zh: '查看整个办件的进度', en: 'Looking at the whole application' },
  'counter-intake': { zh: '在窗口为您办理', en: 'Helping you at a counter' },
  mandate: { zh: '办理代办委托', en: 'A permission to act' },
  'mandate-confirmation': { zh: '在窗口确认代办委托', en: 'Confirming a permission to act at a counter' },
  registration: { zh: '核对登记信息', en: 'Checking the register' },
  applicant: { zh: '核对申请人', en: 'Checking who applies' },
  'means-test': { zh: '核对家庭经济状况', en: 'Checking the household’s means' },
  assessment: { zh: '能力评估', en: 'Ability assessment' },
  'check-identity': { zh: '核对身份', en: 'Checking your identity' },
  'fill-in-certificate': { zh: '填写证照', en: 'Filling in a certificate' },
  'check-with-other-system': { zh: '与其他系统核对', en: 'Checking against another system' },
} as const satisfies Readonly<Record<string, BilingualText>>;

const other: BilingualText = { zh: '其他用途（可拨打 12345 询问）', en: 'Another purpose: ask 12345 about it' };

/** What somebody looked for. A department that asks the register says for which item. */
export function purposeName(purpose: string, packages: readonly Package[]): BilingualText {
  if (Object.hasOwn(purposes, purpose)) return purposes[purpose as keyof typeof purposes];
  const item = packages.flatMap(({ steps }) => steps).find((step) => step.item.code === purpose)?.item;
  return item ? { zh: `办理“${item.name.zh}”`, en: `For: ${item.name.en}` } : other;
}

/** What residents say was told, by their own names for it. */
export const fields = {
  name: { zh: '姓名', en: 'name' },
  'ID number': { zh: '完整身份证号', en: 'whole ID number' },
  'ID number (masked)': { zh: '身份证号（部分隐藏）', en: 'ID number, partly hidden' },
  phone: { zh: '电话', en: 'phone' },
  address: { zh: '住址', en: 'address' },
  community: { zh: '社区', en: 'community' },
  'birth date': { zh: '出生日期', en: 'birth date' },
  district: { zh: '所在区', en: 'district' },
  'household size': { zh: '家庭人数', en: 'household size' },
  income: { zh: '收入', en: 'income' },
  savings: { zh: '存款', en: 'savings' },
  homes: { zh: '房产', en: 'homes' },
  cars: { zh: '车辆', en: 'cars' },
  'severe disability': { zh: '重度残疾情况', en: 'severe disability' },
  'birth-date': { zh: '出生日期', en: 'birth date' },
  persons: { zh: '家庭人数', en: 'household size' },
  'savings-cents': { zh: '存款', en: 'savings' },
  'monthly-income-cents': { zh: '月收入', en: 'monthly income' },
  application: { zh: '整个办件', en: 'the whole application' },
  case: { zh: '办件情况', en: 'how the case stands' },
  answers: { zh: '您填写的内容', en: 'your answers' },
  'earlier-results': { zh: '前面事项的结果', en: 'results of earlier items' },
  means: { zh: '家庭经济状况', en: 'means of the household' },
  facts: { zh: '其他部门提供的信息', en: 'what other departments told' },
  papers: { zh: '材料目录', en: 'list of papers' },
  paper: { zh: '您上传的材料', en: 'a paper you uploaded' },
  objections: { zh: '您的异议', en: 'your objections' },
  result: { zh: '办理结果', en: 'the result' },
  rehearsal: { zh: '预判结果', en: 'what the rule would say' },
  notes: { zh: '备注和留言', en: 'notes and messages' },
} as const satisfies Readonly<Record<string, BilingualText>>;

export const fieldName = (of: string): BilingualText =>
  Object.hasOwn(fields, of) ? fields[of as keyof typeof fields] : { zh: '其他信息', en: 'other data' };
