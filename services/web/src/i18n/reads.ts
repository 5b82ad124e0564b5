import { looks } from '@lianban/catalogue';
import type { Package } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import type { NameDepartment } from './departments';

interface ReadBy {
  readonly reader: string;
  readonly department?: string | undefined;
  readonly ofHousehold?: boolean | undefined;
}

/** Who looked: `residentId` themselves, somebody of a mandate, an officer by department and number, or a service of the city. */
export function readerName(
  { reader, department, ofHousehold }: ReadBy,
  residentId: string | undefined,
  departmentName: NameDepartment,
): BilingualText {
  const [, role, id = ''] = /^(resident|officer|supervisor|operator):(.+)$/.exec(reader) ?? [];
  if (role === undefined) return departmentName(reader);
  if (role === 'resident')
    return id === residentId
      ? { zh: '您本人', en: 'You' }
      : ofHousehold
        ? { zh: '您的家庭成员，或替其办理的人', en: 'Somebody of your household, or who acts for them' }
        : { zh: '委托关系中的另一方', en: 'The other person of a permission to act' };
  if (role === 'operator') return { zh: `平台运维人员 ${id}`, en: `Operator ${id} of this platform` };
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

const wordsOf = ([code, { words }]: readonly [string, { readonly words: BilingualText }]) => [code, words] as const;

/** Those of people who work for the city are the catalogue's. */
export const purposes: Readonly<Record<string, BilingualText>> = {
  ...Object.fromEntries(Object.entries(looks.purposes).map(wordsOf)),
  'own-data': { zh: '查看自己的数据', en: 'Looking at one’s own data' },
  'own-export': { zh: '导出本人数据', en: 'Exporting one’s own data' },
  notify: { zh: '给您发送通知', en: 'Sending you a notice' },
  prefill: { zh: '帮您填表', en: 'Filling in your form' },
  mandate: { zh: '办理代办委托', en: 'A permission to act' },
  registration: { zh: '核对登记信息', en: 'Checking the register' },
  applicant: { zh: '核对申请人', en: 'Checking who applies' },
  'means-test': { zh: '核对家庭经济状况', en: 'Checking the household’s means' },
  assessment: { zh: '能力评估', en: 'Ability assessment' },
};

const other: BilingualText = { zh: '其他用途（可拨打 12345 询问）', en: 'Another purpose: ask 12345 about it' };

/** What somebody looked for. A department that asks the register says for which item. */
export function purposeName(purpose: string, packages: readonly Package[]): BilingualText {
  const known = Object.hasOwn(purposes, purpose) ? purposes[purpose] : undefined;
  if (known) return known;
  const item = packages.flatMap(({ steps }) => steps).find((step) => step.item.code === purpose)?.item;
  return item ? { zh: `办理“${item.name.zh}”`, en: `For: ${item.name.en}` } : other;
}

/** By what right somebody looked. */
export const bases = {
  own: { zh: '本人数据', en: 'your own data' },
  mandate: { zh: '代办委托', en: 'a permission to act' },
  consent: { zh: '您的同意', en: 'your consent' },
  duty: { zh: '履行法定职责', en: 'a duty by law' },
  request: { zh: '您当面提出的申请', en: 'you asked in person' },
} as const satisfies Readonly<Record<string, BilingualText>>;

/** Texts of the list, and of asking about one of its lines. */
export const listWords = {
  ofOrganisation: { zh: '谁查阅过该单位', en: 'Who read of the organisation' },
  ofOrganisationLead: (name: string) => ({
    zh: `部门工作人员、受托人和系统每次查阅${name}的信息，都记录在这里。`,
    en: `Each time officers, agents or services look at what is held of ${name}, it is recorded here.`,
  }),
  basis: (of: BilingualText): BilingualText => ({ zh: `依据：${of.zh}`, en: `By right of: ${of.en}` }),
  ofHousehold: {
    zh: '查询的是您的家庭成员，其中含有全家的信息',
    en: 'Asked about somebody of your household; it tells of all of you',
  },
  ask: { zh: '我不明白这次查阅', en: 'I do not understand this read' },
  asked: (day: string): BilingualText => ({
    zh: `您 ${day} 提出了疑问，已转给查阅的部门，答复会显示在这里。`,
    en: `You asked about it on ${day}. Whoever looked has your question, and the answer will stand here.`,
  }),
  answered: (day: string): BilingualText => ({ zh: `${day} 的答复：`, en: `Answer of ${day}: ` }),
  everything: { zh: '我的全部数据', en: 'All my data' },
  everythingLead: {
    zh: '登记信息、办件、材料目录、委托、同意、草稿和查阅记录，可下载保存：',
    en: 'What the register holds, applications, list of papers, permissions, consents, drafts and who read it: ',
  },
  readable: { zh: '供阅读和打印', en: 'to read and to print' },
  save: { zh: '下载全部记录：', en: 'Download all of it: ' },
  csv: { zh: '表格（CSV）', en: 'as a spreadsheet (CSV)' },
  json: { zh: '数据文件（JSON）', en: 'as data (JSON)' },
} as const;

/** What residents say was told, by their own names for it. */
export const fields = {
  name: { zh: '姓名', en: 'name' },
  'ID number': { zh: '完整身份证号', en: 'whole ID number' },
  'ID number (masked)': { zh: '身份证号（部分隐藏）', en: 'ID number, partly hidden' },
  phone: { zh: '电话', en: 'phone' },
  email: { zh: '邮箱', en: 'address of mail' },
  address: { zh: '住址', en: 'address' },
  community: { zh: '社区', en: 'community' },
  'birth date': { zh: '出生日期', en: 'birth date' },
  district: { zh: '所在区', en: 'district' },
  'household size': { zh: '家庭人数', en: 'household size' },
  income: { zh: '收入', en: 'income' },
  savings: { zh: '存款', en: 'savings' },
  homes: { zh: '房产', en: 'homes' },
  cars: { zh: '车辆', en: 'cars' },
  entitlement: { zh: '该办件批准的待遇', en: 'what the case granted that recurs' },
  'benefits drawn': { zh: '是否已享受同一待遇', en: 'whether the same benefit is drawn already' },
  'severe disability': { zh: '重度残疾情况', en: 'severe disability' },
  'birth-date': { zh: '出生日期', en: 'birth date' },
  persons: { zh: '家庭人数', en: 'household size' },
  'savings-cents': { zh: '存款', en: 'savings' },
  'monthly-income-cents': { zh: '月收入', en: 'monthly income' },
  contributions: { zh: '社会保险缴费情况', en: 'what was paid in to social insurance' },
  benefit: { zh: '领取的养老金或失业保险金', en: 'pension or unemployment benefit drawn' },
  registration: { zh: '失业登记', en: 'registration as unemployed' },
  register: { zh: '户籍登记', en: 'register of the household' },
  residence: { zh: '居住登记和居住证', en: 'residence and residence permit' },
  disability: { zh: '残疾人证', en: 'disability certificate' },
  status: { zh: '低保、特困等救助身份', en: 'support the household has' },
  ability: { zh: '老年人能力评估', en: 'assessment of ability' },
  licence: { zh: '经营许可', en: 'licences' },
  birth: { zh: '出生医学证明', en: 'birth certificate' },
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
  documents: { zh: '发给您的文书', en: 'documents sent to you' },
  rehearsal: { zh: '预判结果', en: 'what the rule would say' },
  notes: { zh: '备注和留言', en: 'notes and messages' },
} as const satisfies Readonly<Record<string, BilingualText>>;

export const fieldName = (of: string): BilingualText =>
  Object.hasOwn(fields, of) ? fields[of as keyof typeof fields] : { zh: '其他信息', en: 'other data' };
