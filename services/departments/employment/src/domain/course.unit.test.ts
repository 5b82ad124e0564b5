import * as fc from 'fast-check';
import { course, seatOf, waitingPlaceOf } from './course';
import type { CourseCommand, CourseEvent, CourseState } from './course-types';

const at = new Date('2026-03-02T01:00:00Z');
const startsAt = new Date('2026-04-01T00:00:00Z');
const open = (seats: number): CourseCommand => ({
  type: 'OpenCourse',
  code: 'care-1',
  name: 'Caregivers',
  seats,
  startsAt,
});
const reserve = (caseId: string): CourseCommand => ({ type: 'ReserveSeat', caseId });
const release = (caseId: string): CourseCommand => ({ type: 'ReleaseSeat', caseId });

/** The events of the last command after all the others happened; a refusal of an earlier one is a mistake of the test. */
function after(...commands: CourseCommand[]) {
  let state = course.initial('care-1');
  let last: ReturnType<typeof course.decide> = [];
  for (const command of commands) {
    last = course.decide(command, state, at);
    if (!('refused' in last)) state = last.reduce(course.evolve, state);
  }
  return { last, state };
}

test('a course opens once; the same again changes nothing, other details are refused', () => {
  expect(after(open(2)).last).toEqual([
    { type: 'CourseOpened', code: 'care-1', name: 'Caregivers', seats: 2, startsAt, at },
  ]);
  expect(after(open(2), open(2)).last).toEqual([]);
  expect(after(open(2), open(3)).last).toMatchObject({ refused: 'course-already-open' });
});

test.each([0, -1, 1.5, Number.NaN])('%p seats are no course', (seats) => {
  expect(after(open(seats)).last).toMatchObject({ refused: 'seats-invalid', pointer: '/seats' });
});

test('a course is opened under its own code', () => {
  expect(course.decide(open(1), course.initial('other'), at)).toMatchObject({ refused: 'wrong-course' });
});

test('nobody gets a seat in a course that was never opened; freeing one there frees nothing', () => {
  expect(after(reserve('a')).last).toMatchObject([{ type: 'SeatDenied', why: 'unknown-course' }]);
  expect(after(release('a')).last).toEqual([]);
});

test('of two who want the last seat one gets it and the other is first in the waiting list', () => {
  expect(after(open(1), reserve('a')).last).toEqual([{ type: 'SeatReserved', caseId: 'a', seat: 1, at }]);
  const { last, state } = after(open(1), reserve('a'), reserve('b'));
  expect(last).toEqual([{ type: 'SeatWaitlisted', caseId: 'b', place: 1, at }]);
  expect([seatOf(state, 'a'), seatOf(state, 'b'), waitingPlaceOf(state, 'a'), waitingPlaceOf(state, 'b')]).toEqual([
    1,
    undefined,
    undefined,
    1,
  ]);
});

test('asking again changes nothing, neither with a seat nor in the waiting list', () => {
  expect(after(open(1), reserve('a'), reserve('a')).last).toEqual([]);
  expect(after(open(1), reserve('a'), reserve('b'), reserve('b')).last).toEqual([]);
});

test('a freed seat goes to the first who waits, under its number', () => {
  const { last, state } = after(open(2), ...['a', 'b', 'c', 'd'].map(reserve), release('a'));
  expect(last).toEqual([
    { type: 'SeatReleased', caseId: 'a', at },
    { type: 'SeatPassedOn', caseId: 'c', seat: 1, at },
  ]);
  expect(state.waiting).toEqual(['d']);
  expect(seatOf(state, 'c')).toBe(1);
});

test('freeing twice frees once', () => {
  expect(after(open(1), reserve('a'), reserve('b'), release('a'), release('a')).last).toEqual([]);
});

test('leaving the waiting list moves the others up and gives nobody a seat', () => {
  const { last, state } = after(open(1), ...['a', 'b', 'c'].map(reserve), release('b'));
  expect(last).toEqual([{ type: 'SeatReleased', caseId: 'b', at }]);
  expect(waitingPlaceOf(state, 'c')).toBe(1);
});

test('a free number is given out again, the lowest first', () => {
  expect(after(open(3), ...['a', 'b', 'c'].map(reserve), release('b'), release('a'), reserve('d')).last).toEqual([
    { type: 'SeatReserved', caseId: 'd', seat: 1, at },
  ]);
});

test('once the course has started nobody comes in or moves up; those who are in may leave', () => {
  const { state } = after(open(1), reserve('a'), reserve('b'));
  expect(course.decide(reserve('c'), state, startsAt)).toEqual([
    { type: 'SeatDenied', caseId: 'c', why: 'course-started', at: startsAt },
  ]);
  expect(course.decide(reserve('a'), state, startsAt)).toEqual([]);
  expect(course.decide(release('a'), state, startsAt)).toEqual([{ type: 'SeatReleased', caseId: 'a', at: startsAt }]);
});

test('whatever happens: never more than the seats, each number once, nobody twice, nobody waits beside a free seat', () => {
  const anyCommand = fc
    .tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    .map(([wants, caseId]) => (wants ? reserve(caseId) : release(caseId)));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(anyCommand, { maxLength: 40 }), (seats, commands) => {
      let state = after(open(seats)).state;
      for (const command of commands) {
        const events = course.decide(command, state, at) as readonly CourseEvent[];
        state = events.reduce(course.evolve, state);
        expectSound(state);
        expect(course.decide(command, state, at)).toEqual([]);
      }
    }),
  );
});

function expectSound({ seats, taken, waiting }: CourseState) {
  const numbers = taken.map((t) => t.seat);
  const people = [...taken.map((t) => t.caseId), ...waiting];
  expect(taken.length).toBeLessThanOrEqual(seats);
  expect(numbers.every((n) => n >= 1 && n <= seats)).toBe(true);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(new Set(people).size).toBe(people.length);
  expect(waiting.length === 0 || taken.length === seats).toBe(true);
}
