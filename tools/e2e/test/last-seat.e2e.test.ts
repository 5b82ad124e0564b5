import type { DemoClient } from '../src/demo/client';
import { demoCourses } from '../src/demo/put-in-place';
import { applicationWhen, ended, stands } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { stepOf, words } from '../src/desk';
import { testServers } from './harness/servers';
import { wholeShop } from './harness/shop';

let city: TestCity;
let seated: { readonly resident: DemoClient; readonly number: string };
beforeAll(async () => {
  const courses = demoCourses.map((course) => ({ ...course, seats: 1 }));
  city = await startCity({ name: 'last-seat', servers: testServers(), residents: 4, courses });
});
afterAll(() => city?.stop());

test('of two applicants for the last seat one gets it, the other waits; a withdrawal passes the seat on', async () => {
  const residents = [city.assisted(1), city.assisted(2)] as const;
  const numbers = await Promise.all(residents.map((resident) => resident.submit(wholeShop)));
  const courses = await Promise.all(
    residents.map((resident, i) =>
      applicationWhen(
        resident,
        numbers[i]!,
        'the course has answered',
        (now) => stands('course', 'granted')(now) || stands('course', 'paused')(now),
      ),
    ),
  );
  expect(courses.map((now) => stepOf(now, 'course').status).sort()).toEqual(['granted', 'paused']);

  const first = courses.findIndex(stands('course', 'granted'));
  const [winner, other] = [residents[first]!, residents[1 - first]!];
  expect(stepOf(courses[first]!, 'course').facts).toEqual({ course: 'start-up-course', seat: 1 });
  expect(words(courses[1 - first]!, 'course')).toEqual(['requested', 'accepted', 'paused waiting-list']);

  await winner.post(`/api/applications/${numbers[first]}/withdrawal`, { reason: 'Found work.' });
  await applicationWhen(winner, numbers[first]!, 'the first is withdrawn', ended('withdrawn'));
  const moved = await applicationWhen(other, numbers[1 - first]!, 'the seat is passed on', stands('course', 'granted'));
  expect(stepOf(moved, 'course').facts).toEqual({ course: 'start-up-course', seat: 1 });
  expect(words(moved, 'course').slice(-3)).toEqual(['paused waiting-list', 'resumed', 'granted seat-reserved']);
  seated = { resident: other, number: numbers[1 - first]! };
});

test('an applicant still waiting when the course begins is refused, and dependent steps stop', async () => {
  const resident = city.assisted(3);
  const number = await resident.submit(wholeShop);
  await applicationWhen(resident, number, 'it waits for a seat', stands('course', 'paused'));
  await city.moveDays(200);
  const end = await applicationWhen(resident, number, 'it has ended', ended('partly-granted'));
  expect(stepOf(end, 'course')).toMatchObject({ status: 'refused', reason: 'course-full' });
  expect(stepOf(end, 'licence')).toMatchObject({ status: 'stopped' });
});

// After half a year the other's licence step needs an operator, unless permits first published that it counts as accepted.
test('withdrawing after the course has begun ends the application, too', async () => {
  const { resident, number } = seated;
  await resident.post(`/api/applications/${number}/withdrawal`, { reason: 'Found work.' });
  await applicationWhen(resident, number, 'it is withdrawn', ended('withdrawn'));
});

test('topics and documents agree, each subject counts from one, and nothing is parked', async () => {
  expect((await auditOf(city)).faults).toEqual([]);
});
