import { type AddressedCommand, aggregate, aggregateType, commandTo } from '@lianban/model';
import { CASES, type CaseCommand, type CasePolicy } from '@lianban/casework';
import { course } from './domain/course';
import type { CourseCommand, CourseEvent, CourseState } from './domain/course-types';

export const COURSES = aggregateType<CourseState, CourseCommand, CourseEvent>('courses');

const toCase = (id: string, command: CaseCommand) => [commandTo(CASES, id, command)];
const toCourse = (id: string, command: CourseCommand) => [commandTo(COURSES, id, command)];

/** What a course answers → the command to the case it answers. */
function answer(event: CourseEvent, state: CourseState): readonly AddressedCommand[] {
  switch (event.type) {
    case 'SeatReserved':
    case 'SeatPassedOn':
      return toCase(event.caseId, { type: 'Learn', name: 'seat', value: { course: state.code, seat: event.seat } });
    case 'SeatWaitlisted':
      return state.startsAt
        ? toCase(event.caseId, {
            type: 'Wait',
            name: 'seat',
            reason: 'waiting-list',
            until: state.startsAt,
            place: event.place,
          })
        : [];
    case 'SeatDenied':
      return event.why === 'unknown-course'
        ? toCase(event.caseId, { type: 'LearnFailed', name: 'seat', why: event.why })
        : toCase(event.caseId, { type: 'Learn', name: 'seat', value: { available: false, course: state.code } });
    case 'CourseOpened':
    case 'SeatReleased':
      return [];
  }
}

/** Courses and their seats: one document each, so that the last seat is given once. */
export const courses = aggregate(COURSES, {
  decider: course,
  announce: {
    CourseOpened: 'private',
    SeatReserved: 'private',
    SeatWaitlisted: 'private',
    SeatDenied: 'private',
    SeatReleased: 'private',
    SeatPassedOn: 'private',
  },
  policy: answer,
});

/** What happens to a case → what its course is told, in the same transaction. A resident may choose a course by its code. */
export const policy: CasePolicy = (event, state, id) => {
  if (state.status === 'unreceived' || !state.file.asked.includes('seat')) return [];
  const { item, answers } = state.file.request;
  const chosen = answers['course'];
  const code = typeof chosen === 'string' && /^[\w-]{1,60}$/.test(chosen) ? chosen : item;
  if (event.type === 'FactAsked') return toCourse(code, { type: 'ReserveSeat', caseId: id });
  const isOver = event.type === 'CaseCancelled' || event.type === 'CaseCompensated';
  const isDecision = event.type === 'CaseDecided' || event.type === 'CaseCorrected';
  const isRefused = isDecision && event.ruling.outcome === 'refused';
  return isOver || isRefused ? toCourse(code, { type: 'ReleaseSeat', caseId: id }) : [];
};
