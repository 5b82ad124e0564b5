import type { Decider, Refusal } from '@lianban/model';
import type { CourseCommand, CourseEvent, CourseState, OpenCourse } from './course-types';

/** The seat a case holds; undefined when it holds none. */
export const seatOf = (state: CourseState, caseId: string): number | undefined =>
  state.taken.find((seat) => seat.caseId === caseId)?.seat;

/** The place of a case in the waiting list, from 1; undefined when it does not wait. */
export const waitingPlaceOf = (state: CourseState, caseId: string): number | undefined => {
  const index = state.waiting.indexOf(caseId);
  return index < 0 ? undefined : index + 1;
};

function open(command: OpenCourse, state: CourseState, at: Date): readonly CourseEvent[] | Refusal {
  const { code, name, seats, startsAt } = command;
  if (code !== state.code)
    return { refused: 'wrong-course', detail: `Course ${code} cannot be opened as course ${state.code}.` };
  if (!Number.isSafeInteger(seats) || seats < 1)
    return {
      refused: 'seats-invalid',
      detail: 'A course needs a whole number of seats, at least 1.',
      pointer: '/seats',
    };
  if (state.seats === 0) return [{ type: 'CourseOpened', code, name, seats, startsAt, at }];

  const same = state.name === name && state.seats === seats && state.startsAt?.getTime() === startsAt.getTime();
  if (same) return [];
  return { refused: 'course-already-open', detail: `Course ${code} is open already with other details.` };
}

function reserve(caseId: string, state: CourseState, at: Date): readonly CourseEvent[] {
  if (state.seats === 0) return [{ type: 'SeatDenied', caseId, why: 'unknown-course', at }];
  if (seatOf(state, caseId) !== undefined || state.waiting.includes(caseId)) return [];
  if (hasStarted(state, at)) return [{ type: 'SeatDenied', caseId, why: 'course-started', at }];

  const seat = lowestFreeSeat(state);
  if (seat === undefined) return [{ type: 'SeatWaitlisted', caseId, place: state.waiting.length + 1, at }];
  return [{ type: 'SeatReserved', caseId, seat, at }];
}

/** A case that holds nothing has nothing to free: a repeated or needless release is no error. */
function release(caseId: string, state: CourseState, at: Date): readonly CourseEvent[] {
  const seat = seatOf(state, caseId);
  if (seat === undefined && !state.waiting.includes(caseId)) return [];
  const released: CourseEvent = { type: 'SeatReleased', caseId, at };
  const next = state.waiting[0];
  if (seat === undefined || next === undefined || hasStarted(state, at)) return [released];
  return [released, { type: 'SeatPassedOn', caseId: next, seat, at }];
}

const hasStarted = (state: CourseState, now: Date): boolean =>
  state.startsAt !== undefined && now.getTime() >= state.startsAt.getTime();

function lowestFreeSeat(state: CourseState): number | undefined {
  const taken = new Set(state.taken.map((t) => t.seat));
  for (let seat = 1; seat <= state.seats; seat += 1) if (!taken.has(seat)) return seat;
  return undefined;
}

/**
 * A training course and its seats. Whoever comes when it is full waits in order; a freed seat goes to the first who
 * waits. Repeats change nothing. Once it has started nobody comes in or moves up.
 */
export const course: Decider<CourseState, CourseCommand, CourseEvent> = {
  initial: (code) => ({ code, name: '', seats: 0, taken: [], waiting: [] }),

  decide(command, state, now) {
    switch (command.type) {
      case 'OpenCourse':
        return open(command, state, now);
      case 'ReserveSeat':
        return reserve(command.caseId, state, now);
      case 'ReleaseSeat':
        return release(command.caseId, state, now);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'CourseOpened':
        return { ...state, name: event.name, seats: event.seats, startsAt: event.startsAt };
      case 'SeatReserved':
        return { ...state, taken: [...state.taken, { caseId: event.caseId, seat: event.seat }] };
      case 'SeatWaitlisted':
        return { ...state, waiting: [...state.waiting, event.caseId] };
      case 'SeatDenied':
        return state;
      case 'SeatReleased':
        return {
          ...state,
          taken: state.taken.filter((seat) => seat.caseId !== event.caseId),
          waiting: state.waiting.filter((caseId) => caseId !== event.caseId),
        };
      case 'SeatPassedOn':
        return {
          ...state,
          taken: [...state.taken, { caseId: event.caseId, seat: event.seat }],
          waiting: state.waiting.filter((caseId) => caseId !== event.caseId),
        };
    }
  },
};
