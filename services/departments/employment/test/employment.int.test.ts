import { casework, employment as own } from '@lianban/protos';
import { City, firstDay, until, aStep, answered, day, stepRequested } from '@lianban/testing';
import { employment } from '../src';

const { v1 } = casework;
const { GRANTED, REFUSED } = v1.Outcome;
const city = new City();
const { telling } = city;
let service: Awaited<ReturnType<City['start']>>;
let courses: ReturnType<typeof city.caller<typeof own.v1.CoursesServiceService>>;

beforeAll(async () => {
  await city.open();
  // Two processes share the applications between them, and meet on the courses.
  [service] = await Promise.all([city.start(employment), city.start(employment)]);
  courses = city.caller(service, own.v1.CoursesServiceService);
});
afterAll(() => city.close());

const startsAt = new Date('2026-04-01T01:00:00Z');
const open = async (code: string, seats: number) =>
  answered(await courses.openCourse({ code, name: 'A course', seats, startsAt }));
const shown = async (code: string) =>
  answered(await courses.listCourses({})).courses.find((course) => course.code === code);

/** Applies for a seat; the resident has chosen a course of this test's own. */
async function apply(course: string): Promise<{ ref: casework.v1.StepRef; id: string }> {
  const ref = aStep('employment', 'caregiver-course');
  return { ref, id: await telling.say(v1.StepRequested, stepRequested(ref, { answers: { course } })) };
}

test.each(['last-seat-1', 'last-seat-2', 'last-seat-3'])(
  'of two for %s one gets it and one waits until it is given back',
  async (course) => {
    await open(course, 1);
    const both = await Promise.all([apply(course), apply(course)]);
    const decided = () => both.filter(({ id }) => telling.of(v1.StepDecided, id).length > 0);
    const waiting = () => both.filter(({ id }) => telling.of(own.v1.TrainingSeatWaitlisted, id).length > 0);
    const [winner] = await until('one has the seat', () => (decided().length === 1 ? decided() : undefined));
    const [waiter] = await until('the other waits', () => (waiting().length === 1 ? waiting() : undefined));
    expect(waiter).not.toBe(winner);
    expect(await telling.next(own.v1.TrainingSeatReserved, winner!.id)).toMatchObject({ course, seat: 1 });
    expect(await telling.next(v1.ClockPaused, waiter!.id)).toMatchObject({ reason: 'waiting-list', until: startsAt });
    expect(await shown(course)).toMatchObject({ seats: 1, taken: 1, waiting: 1 });

    await telling.say(v1.StepCompensationRequested, { ref: winner!.ref, reason: 'withdrawn', requestedAt: firstDay });
    const seat = { course, seat: 1 };
    expect(await telling.next(v1.StepDecided, waiter!.id)).toMatchObject({ outcome: GRANTED, facts: seat });
    expect(telling.of(v1.ClockResumed, waiter!.id)).toHaveLength(1);
    expect(await shown(course)).toMatchObject({ taken: 1, waiting: 0 });
  },
);

test('who gives up a place on the waiting list leaves the seat to the next', async () => {
  await open('moving-up', 1);
  const first = await apply('moving-up');
  await telling.next(own.v1.TrainingSeatReserved, first.id);
  const second = await apply('moving-up');
  expect(await telling.next(own.v1.TrainingSeatWaitlisted, second.id)).toMatchObject({ place: 1 });
  const third = await apply('moving-up');
  expect(await telling.next(own.v1.TrainingSeatWaitlisted, third.id)).toMatchObject({ place: 2 });

  await telling.say(v1.StepCancellationRequested, { ref: second.ref, reason: 'withdrawn', requestedAt: firstDay });
  await telling.next(v1.StepCancelled, second.id);
  await telling.say(v1.StepCompensationRequested, { ref: first.ref, reason: 'withdrawn', requestedAt: firstDay });
  expect(await telling.next(own.v1.TrainingSeatReserved, third.id)).toMatchObject({ seat: 1 });
  expect(telling.of(v1.StepDecided, second.id)).toEqual([]);
});

test('a course nobody opened goes to an officer, who ends it', async () => {
  const { id } = await apply('no-such-course');
  const desk = city.desk(service);
  const listed = await until('the case is on the desk', async () =>
    answered(await desk.listWork(casework.v1.ListWorkRequest.fromPartial({ limit: 200 }))).cases.find(
      (found) => found.id === id,
    ),
  );
  expect(listed).toMatchObject({ status: 'accepted', reason: 'unknown-course' });

  const refusal = { id, version: listed.version, outcome: REFUSED, reason: 'unknown-course', findings: {} };
  answered(await desk.decide(refusal, { onBehalfOf: 'officer:o-1' }));
  expect(await telling.next(v1.StepDecided, id)).toMatchObject({ outcome: REFUSED, reason: 'unknown-course' });
});

test('an unemployed person is registered, and recognised as hard to employ after a year', async () => {
  const register = (lastWorkedOn: string) => {
    const ref = aStep('employment', 'unemployment-registration');
    return telling.say(v1.StepRequested, stepRequested(ref, { answers: { reason: 'dismissed', lastWorkedOn } }));
  };
  const recent = await register('2026-02-01');
  const longAgo = await register('2024-12-31');
  const still = await register('2026-03-31');

  const registrationNumber = `UR-${recent.split('/')[0]}`;
  expect(await telling.next(own.v1.UnemploymentRegistered, recent)).toMatchObject({
    registrationNumber,
    hardToEmploy: false,
  });
  await telling.next(v1.StepDecided, recent);
  expect(telling.of(v1.StepDecided, recent)).toMatchObject([{ facts: { registrationNumber, hardToEmploy: false } }]);
  expect(await telling.next(own.v1.UnemploymentRegistered, longAgo)).toMatchObject({ hardToEmploy: true });
  expect(await telling.next(v1.StepDecided, still)).toMatchObject({ outcome: REFUSED, reason: 'still-employed' });
});

test('who waits in vain until the course starts is refused', async () => {
  await open('too-small', 1);
  const first = await apply('too-small');
  await telling.next(own.v1.TrainingSeatReserved, first.id);
  const second = await apply('too-small');
  expect(day((await telling.next(own.v1.TrainingSeatWaitlisted, second.id)).waitlistedAt)).toBe('2026-03-02');

  await city.pass(30, service);
  expect(await telling.next(v1.StepDecided, second.id)).toMatchObject({ outcome: REFUSED, reason: 'course-full' });
  expect(await shown('too-small')).toMatchObject({ taken: 1, waiting: 0 });
});
