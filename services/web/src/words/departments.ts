import type { Text } from '../page/reader';

const names: Readonly<Record<string, Text>> = {
  employment: { zh: '人力资源和社会保障局', en: 'Employment and training' },
  'social-assistance': { zh: '民政局（社会救助）', en: 'Social assistance' },
  'elderly-care': { zh: '民政局（养老服务）', en: 'Elderly care' },
  permits: { zh: '行政审批局', en: 'Permits' },
  residents: { zh: '人口库', en: 'Population register' },
  applications: { zh: '联办平台', en: 'Lianban' },
  gateway: { zh: '联办平台', en: 'Lianban' },
  'lianban-ops': { zh: '联办平台运维', en: 'Lianban operations' },
};

const unnamed: Text = { zh: '其他部门', en: 'Another department' };

/** A department by its code; one that joined later has its name in the catalogue, which pages with a catalogue show. */
export const departmentName = (code: string): Text => names[code] ?? unnamed;
