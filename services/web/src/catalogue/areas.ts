import { AREAS } from '@lianban/catalogue';
import type { Package } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';

/** One of the seven service areas of the city's platform. */
export interface Area {
  readonly code: string;
  readonly name: BilingualText;
  readonly about: BilingualText;
  /** One character as its icon. */
  readonly mark: string;
}

const words: Readonly<Record<(typeof AREAS)[number], Omit<Area, 'code'>>> = {
  'employment-and-training': {
    name: { zh: '就业培训', en: 'Employment and training' },
    about: { zh: '失业登记、培训、创业', en: 'Unemployment registration, courses, starting a business' },
    mark: '业',
  },
  'social-security': {
    name: { zh: '社会保障', en: 'Social security' },
    about: { zh: '养老、医疗、工伤、生育保险', en: 'Pension, medical, injury and maternity insurance' },
    mark: '保',
  },
  'social-assistance': {
    name: { zh: '社会救助', en: 'Social assistance' },
    about: { zh: '低保、临时救助', en: 'Minimum living allowance, temporary relief' },
    mark: '助',
  },
  'social-welfare': {
    name: { zh: '社会福利', en: 'Social welfare' },
    about: { zh: '儿童、残疾人、困难家庭', en: 'Children, people with disabilities, families in need' },
    mark: '福',
  },
  'family-planning-and-health': {
    name: { zh: '卫生健康', en: 'Health' },
    about: { zh: '生育、疫苗、健康档案', en: 'Births, vaccination, health records' },
    mark: '卫',
  },
  'public-security': {
    name: { zh: '公安户政', en: 'Police and household registration' },
    about: { zh: '户籍、居住证、证明', en: 'Household registration, residence permits, certificates' },
    mark: '安',
  },
  'elderly-care': {
    name: { zh: '养老服务', en: 'Elderly care' },
    about: { zh: '能力评估、护理补贴、适老化改造', en: 'Ability assessment, care allowance, home adaptation' },
    mark: '老',
  },
};

export const areas: readonly Area[] = AREAS.map((code) => ({ code, ...words[code] }));

export const areaOf = (code: string): Area | undefined => areas.find((each) => each.code === code);

/** The packages with at least one item in the area. */
export const packagesIn = ({ code }: Area, packages: readonly Package[]): readonly Package[] =>
  packages.filter(({ steps }) => steps.some(({ item }) => item.area === code));
