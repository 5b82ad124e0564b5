/** An account of the local identity provider. */
export interface Account {
  readonly id: string;
  readonly role: 'resident' | 'officer' | 'supervisor' | 'operator';
  /** Also works for a department. */
  readonly also?: 'officer';
  readonly department?: string;
  /** Scopes beyond the cases of the desk. */
  readonly scopes?: string;
  /** Shown in the list of accounts only: no claim carries it. */
  readonly shown: string;
  /** An invented name. */
  readonly name?: string;
}

/** Residents of the demonstration: twelve by number, and those to whom a life event happens. */
const residents: readonly (readonly [id: string, name: string])[] = [
  ...['王秀兰', '王小梅', '李建国', '张伟', '刘洋', '陈静', '杨帆', '赵磊', '黄丽', '周强', '吴敏', '徐刚'].map(
    (name, place) => [`resident-${place + 1}`, name] as const,
  ),
  ['mother-1', '孙婷'],
  ['father-1', '高翔'],
  ['widow-1', '冯玉兰'],
  ['worker-1', '郝建国'],
  ['foreigner-1', 'Maria José da Silva'],
];
const names = ['郑立', '孙慧', '马涛', '朱琳', '胡军', '林悦', '郭宁', '何倩', '罗敏', '梁峰', '宋洁', '唐磊'];
const nameOf = (n: number): string => names[n % names.length] ?? '';

/**
 * Accounts: the seeded residents; an officer, a supervisor and a counter officer of every department; somebody who is
 * resident and officer; an operator.
 */
export function demoAccounts(departments: readonly string[]): Account[] {
  return [
    ...residents.map(([id, name]): Account => ({
      id,
      role: 'resident',
      name,
      shown: `居民 Resident · ${id} · ${name}`,
    })),
    ...departments.flatMap((department, place): Account[] => [
      {
        id: `officer-${department}`,
        role: 'officer',
        department,
        shown: `经办人 Officer · ${department}`,
        name: nameOf(3 * place),
      },
      {
        id: `supervisor-${department}`,
        role: 'supervisor',
        department,
        shown: `科室负责人 Supervisor · ${department}`,
        name: nameOf(3 * place + 1),
      },
      {
        id: `counter-${department}`,
        role: 'officer',
        department,
        scopes: 'counter',
        shown: `窗口经办人 Officer at a counter · ${department}`,
        name: nameOf(3 * place + 2),
      },
    ]),
    ...departments.slice(0, 1).map((department): Account => ({
      id: 'resident-officer',
      role: 'resident',
      also: 'officer',
      department,
      shown: `居民，也是经办人 Resident and officer · ${department}`,
      name: nameOf(3 * departments.length),
    })),
    { id: 'operator', role: 'operator', shown: '运维 Operator · operator' },
  ];
}

/** The officers as a city's staff list. */
export const demoStaffList = (departments: readonly string[]) =>
  demoAccounts(departments).flatMap(({ id, name, department }) =>
    name && department ? [{ id, name, department }] : [],
  );
