import { casework } from '@lianban/protos';
import { connect, grpcSecurity } from '@lianban/grpc';
import type { Config } from '@lianban/runtime';
import { isRefusal } from '@lianban/model';
import { SeedError } from './put-in-place';

/** What departments knew of the residents of the demonstration before: of the day it begins, all invented. */
interface DemoRecord {
  readonly department: string;
  readonly question: string;
  readonly residentId: string;
  readonly value: Readonly<Record<string, unknown>>;
}

const asOf = '2026-02-28';
const version = 'demo-2026';

export const demoRecords: readonly DemoRecord[] = [
  // Paid in for 35 years, and retires in May 2026.
  {
    department: 'social-security',
    question: 'contributions',
    residentId: 'worker-1',
    value: { pensionMonths: 420, unemploymentMonths: 240, lastMonth: '2026-02', kind: 'employed' },
  },
  // Lost their work at the end of January, and is registered.
  {
    department: 'social-security',
    question: 'contributions',
    residentId: 'resident-1',
    value: { pensionMonths: 132, unemploymentMonths: 60, lastMonth: '2026-01', kind: 'employed' },
  },
  {
    department: 'employment',
    question: 'registration',
    residentId: 'resident-1',
    value: { unemployedSince: '2026-02-10', endedBy: 'contract-ended' },
  },
  // A student of a household with the minimum living allowance.
  {
    department: 'social-assistance',
    question: 'status',
    residentId: 'student-1',
    value: { householdStatus: 'dibao', from: '2025-04' },
  },
];

type Tls = Config['grpc']['tls'];

/** Brings in the records of one department. Idempotent. @param tls in a secure city: the register's */
export async function importRecords(department: string, address: string, tls?: Tls): Promise<void> {
  const security = grpcSecurity('registry', tls, { error: () => undefined });
  const { call, close } = connect(casework.v1.RecordsServiceService, address, 'registry', department, [], security);
  try {
    for (const { question, residentId, value } of demoRecords.filter((each) => each.department === department)) {
      const done = await call.import({ question, residentId, value, asOf, version });
      if (isRefusal(done)) throw new SeedError(`${question} of ${residentId}: ${done.detail} (${done.refused})`);
    }
  } finally {
    close();
  }
}

export const departmentsWithRecords: readonly string[] = [...new Set(demoRecords.map(({ department }) => department))];
