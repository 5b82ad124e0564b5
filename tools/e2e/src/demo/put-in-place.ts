import { employment, residents } from '@lianban/protos';
import { type ServiceClient, connect, grpcSecurity } from '@lianban/grpc';
import type { Config } from '@lianban/runtime';
import { type Refusal, isRefusal } from '@lianban/model';
import { demoFamilies } from './families';
import { demoHousehold, demoResident } from './people';

/** The seed data of the demonstration could not be created. */
export class SeedError extends Error {}

const sure = <T>(what: string, answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new SeedError(`${what}: ${answer.detail} (${answer.refused})`);
  return answer;
};

type Tls = Config['grpc']['tls'];

const silent = { error: () => undefined };

/** Registers residents `from` … `to` with a household each. Idempotent. @param tls in a secure city: the register's */
export async function registerResidents(address: string, from: number, to: number, tls?: Tls): Promise<void> {
  const security = grpcSecurity('registry', tls, silent);
  const { call, close } = connect(residents.v1.ResidentsServiceService, address, 'registry', 'residents', [], security);
  try {
    for (let n = from; n <= to; n++) await registerOne(call, n);
  } finally {
    close();
  }
}

async function registerOne(call: ServiceClient<typeof residents.v1.ResidentsServiceService>, n: number): Promise<void> {
  sure(`resident ${n}`, await call.register(demoResident(n)));
  sure(`household ${n}`, await call.putHousehold(demoHousehold(n)));
}

/** Registers the families of the demonstration, each in one household. Idempotent. @param tls in a secure city: the register's */
export async function registerFamilies(address: string, tls?: Tls): Promise<void> {
  const security = grpcSecurity('registry', tls, silent);
  const { call, close } = connect(residents.v1.ResidentsServiceService, address, 'registry', 'residents', [], security);
  try {
    for (const { members, household } of demoFamilies) {
      for (const each of members) sure(each.residentId, await call.register(each));
      // A child that was born since stays: who lives together is told once.
      const { householdId } = await known(call, members[0]!.residentId);
      if (householdId === '') sure(household.householdId, await call.putHousehold(household));
    }
  } finally {
    close();
  }
}

/** Enters organisations, whose representatives are registered. Idempotent. @param tls in a secure city: the register's */
export async function enterOrganisations(
  address: string,
  organisations: readonly residents.v1.Organisation[],
  tls?: Tls,
): Promise<void> {
  const security = grpcSecurity('registry', tls, silent);
  const { OrganisationsServiceService } = residents.v1;
  const { call, close } = connect(OrganisationsServiceService, address, 'registry', 'residents', [], security);
  try {
    for (const each of organisations) sure(each.creditCode, await call.enter(each));
  } finally {
    close();
  }
}

/** Enters another guardian of a child of the family, who was born since. @throws SeedError when the household is not theirs */
export async function enterGuardian(address: string, guardianId: string, childId: string): Promise<void> {
  const security = grpcSecurity('registry', undefined, silent);
  const { call, close } = connect(residents.v1.ResidentsServiceService, address, 'registry', 'residents', [], security);
  try {
    const isTheirs = ({ residentId }: { readonly residentId: string }) => residentId === guardianId;
    const { household } = demoFamilies.find(({ members }) => members.some(isTheirs))!;
    const child = { residentId: childId, monthlyIncomeCents: 0, severeDisability: false, guardianOf: [] };
    const members = [...household.members.map((each) => ({ ...each, guardianOf: [childId] })), child];
    sure(guardianId, await call.putHousehold({ ...household, members }));
  } finally {
    close();
  }
}

async function known(call: Parameters<typeof registerOne>[0], residentId: string): Promise<residents.v1.Resident> {
  const member = demoFamilies.flatMap(({ members }) => members).find((each) => each.residentId === residentId);
  const purpose = { caseId: 'seed', purpose: 'check-identity' };
  return sure(residentId, await call.find({ idKind: member?.idKind, idNumber: member?.idNumber ?? '', purpose }));
}

export interface DemoCourse {
  readonly code: string;
  readonly name: string;
  readonly seats: number;
  readonly startsAt: Date;
}

/** Courses that begin well after the first day of the demonstration. */
export const demoCourses: readonly DemoCourse[] = [
  { code: 'caregiver-course', name: '养老护理员培训', seats: 30, startsAt: new Date('2026-09-01T01:00:00Z') },
  { code: 'start-up-course', name: '创业培训', seats: 30, startsAt: new Date('2026-09-01T01:00:00Z') },
];

/** Opens the courses. Idempotent. @param tls in a secure city: the training centre's */
export async function openCourses(address: string, courses: readonly DemoCourse[], tls?: Tls): Promise<void> {
  const security = grpcSecurity('training-centre', tls, silent);
  const { call, close } = connect(
    employment.v1.CoursesServiceService,
    address,
    'training-centre',
    'employment',
    [],
    security,
  );
  try {
    for (const course of courses) {
      const answer = await call.openCourse(course);
      if (isRefusal(answer) && answer.refused !== 'course-already-open') sure(`course ${course.code}`, answer);
    }
  } finally {
    close();
  }
}
