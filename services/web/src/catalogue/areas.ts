import { values } from '@lianban/catalogue';
import type { Package } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';

/** One of the seven service areas of the city's platform. */
export interface Area {
  readonly code: string;
  readonly name: BilingualText;
  readonly about: BilingualText;
  /** What else people look for in it. */
  readonly keywords: readonly string[];
}

const words: Readonly<Record<(typeof values.AREAS)[number], Omit<Area, 'code'>>> = {
  'employment-and-training': {
    name: { zh: '就业培训', en: 'Employment and training' },
    about: { zh: '失业登记、培训、创业', en: 'Unemployment registration, courses, starting a business' },
    keywords: ['就业', '找工作', '培训', '创业', 'jobs', 'employment'],
  },
  'social-security': {
    name: { zh: '社会保障', en: 'Social security' },
    about: { zh: '养老、医疗、工伤、生育保险', en: 'Pension, medical, injury and maternity insurance' },
    keywords: ['社保', '退休', '养老金', '医保', '工伤', '生育津贴', 'pension', 'insurance', 'retirement'],
  },
  'social-assistance': {
    name: { zh: '社会救助', en: 'Social assistance' },
    about: { zh: '低保、临时救助', en: 'Minimum living allowance, temporary relief' },
    keywords: ['救助', '困难', 'assistance', 'relief', 'poverty'],
  },
  'social-welfare': {
    name: { zh: '社会福利', en: 'Social welfare' },
    about: { zh: '儿童、残疾人、困难家庭', en: 'Children, people with disabilities, families in need' },
    keywords: ['残疾', '残疾人', '孤儿', '儿童', 'disability', 'children'],
  },
  'family-planning-and-health': {
    name: { zh: '卫生健康', en: 'Health' },
    about: { zh: '生育、疫苗、健康档案', en: 'Births, vaccination, health records' },
    keywords: ['生育', '疫苗', '体检', '健康', 'vaccination', 'birth', 'health'],
  },
  'public-security': {
    name: { zh: '公安户政', en: 'Police and household registration' },
    about: { zh: '户籍、居住证、证明', en: 'Household registration, residence permits, certificates' },
    keywords: ['户口', '户籍', '居住证', '身份证', 'hukou', 'residence permit', 'ID card'],
  },
  'elderly-care': {
    name: { zh: '养老服务', en: 'Elderly care' },
    about: { zh: '能力评估、护理补贴、适老化改造', en: 'Ability assessment, care allowance, home adaptation' },
    keywords: ['敬老', 'elder services'],
  },
};

export const areas: readonly Area[] = values.AREAS.map((code) => ({ code, ...words[code] }));

export const areaOf = (code: string): Area | undefined => areas.find((each) => each.code === code);

/** The packages with at least one item in the area. */
export const packagesIn = ({ code }: Area, packages: readonly Package[]): readonly Package[] =>
  packages.filter(({ steps }) => steps.some(({ item }) => item.area === code));
