import type { Text } from '../page/reader';

const names: Readonly<Record<string, Text>> = {
  employment: { zh: '人力资源和社会保障局', en: 'Employment and training' },
  'social-assistance': { zh: '民政局（社会救助）', en: 'Social assistance' },
  'elderly-care': { zh: '民政局（养老服务）', en: 'Elderly care' },
  permits: { zh: '行政审批局', en: 'Permits' },
  residents: { zh: '人口库', en: 'Population register' },
  applications: { zh: '联办平台', en: 'Lianban' },
};

/** A department by its code; one nobody has named here is shown by its code. */
export const departmentName = (code: string): Text => names[code] ?? { zh: code, en: code };
