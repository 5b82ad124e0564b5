import type { Department } from '@lianban/rest-client';
import { type BilingualText, useReader } from '../page/reader';

/** Services of the city that are no departments. */
const services: Readonly<Record<string, BilingualText>> = {
  residents: { zh: '人口库', en: 'the population register' },
  applications: { zh: '联办平台', en: 'Lianban' },
  notifications: { zh: '联办平台（发送通知）', en: 'Lianban, to send a notice' },
  gateway: { zh: '联办平台', en: 'Lianban' },
  'lianban-ops': { zh: '联办平台运维', en: 'Lianban operations' },
};

const unnamed: BilingualText = { zh: '其他部门', en: 'Another department' };

export type NameDepartment = (code: string) => BilingualText;

/** Names a department, as its catalogue file does, or a service of the city. */
export const nameOfDepartment = (code: string, departments: readonly Department[]): BilingualText =>
  departments.find((each) => each.code === code)?.name ?? services[code] ?? unnamed;

export function useDepartmentName(): NameDepartment {
  const { departments } = useReader();
  return (code) => nameOfDepartment(code, departments);
}
