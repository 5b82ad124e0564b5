import { employment, residents } from '@lianban/protos';
import { type ServiceClient, connect } from '@lianban/grpc';
import { type Refusal, isRefusal } from '@lianban/model';
import { demoHousehold, demoResident } from './people';

/** The seed data of the demonstration could not be created. */
export class SeedError extends Error {}

const sure = <T>(what: string, answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new SeedError(`${what}: ${answer.detail} (${answer.refused})`);
  return answer;
};

/** Registers residents `from` … `to` with a household each. Idempotent. */
export async function registerResidents(address: string, from: number, to: number): Promise<void> {
  const { call, close } = connect(residents.v1.ResidentsServiceService, address, 'seed', 'residents');
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

/** Opens the courses. Idempotent. */
export async function openCourses(address: string, courses: readonly DemoCourse[]): Promise<void> {
  const { call, close } = connect(employment.v1.CoursesServiceService, address, 'seed', 'employment');
  try {
    for (const course of courses) {
      const answer = await call.openCourse(course);
      if (isRefusal(answer) && answer.refused !== 'course-already-open') sure(`course ${course.code}`, answer);
    }
  } finally {
    close();
  }
}
