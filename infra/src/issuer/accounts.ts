/** Somebody of the demonstration, as the identity provider of a city would describe them. */
export interface Account {
  readonly id: string;
  readonly role: 'resident' | 'officer' | 'supervisor' | 'operator';
  readonly department?: string;
  /** For the list only: nothing of it is told to anybody. */
  readonly shown: string;
}

const residents = 12;

/** Those who are seeded as residents, an officer and a supervisor of every department, and an operator. */
export function demoAccounts(departments: readonly string[]): Account[] {
  return [
    ...Array.from({ length: residents }, (_, i): Account => {
      const id = `resident-${i + 1}`;
      return { id, role: 'resident', shown: `居民 Resident · ${id}` };
    }),
    ...departments.flatMap((department): Account[] => [
      { id: `officer-${department}`, role: 'officer', department, shown: `经办人 Officer · ${department}` },
      {
        id: `supervisor-${department}`,
        role: 'supervisor',
        department,
        shown: `科室负责人 Supervisor · ${department}`,
      },
    ]),
    { id: 'operator', role: 'operator', shown: '运维 Operator · operator' },
  ];
}
