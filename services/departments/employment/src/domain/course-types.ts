/** One numbered seat of a course and the case that holds it. */
export interface Seat {
  readonly caseId: string;
  /** From 1. A freed number is given out again, the lowest first. */
  readonly seat: number;
}

/** A training course 培训班. Not opened yet while it has no seats. */
export interface CourseState {
  readonly code: string;
  readonly name: string;
  readonly seats: number;
  readonly taken: readonly Seat[];
  /** Cases in the order in which they came. */
  readonly waiting: readonly string[];
  readonly startsAt?: Date;
}

export interface OpenCourse {
  readonly type: 'OpenCourse';
  readonly code: string;
  readonly name: string;
  readonly seats: number;
  readonly startsAt: Date;
}

export interface ReserveSeat {
  readonly type: 'ReserveSeat';
  readonly caseId: string;
}

export interface ReleaseSeat {
  readonly type: 'ReleaseSeat';
  readonly caseId: string;
}

export type CourseCommand = OpenCourse | ReserveSeat | ReleaseSeat;

export interface CourseOpened {
  readonly type: 'CourseOpened';
  readonly code: string;
  readonly name: string;
  readonly seats: number;
  readonly startsAt: Date;
  readonly at: Date;
}

export interface SeatReserved {
  readonly type: 'SeatReserved';
  readonly caseId: string;
  readonly seat: number;
  readonly at: Date;
}

export interface SeatWaitlisted {
  readonly type: 'SeatWaitlisted';
  readonly caseId: string;
  /** Place in the waiting list, from 1. */
  readonly place: number;
  readonly at: Date;
}

/** No seat and no place to wait: there is no such course, or it has started. An answer, so that the case can go on. */
export interface SeatDenied {
  readonly type: 'SeatDenied';
  readonly caseId: string;
  readonly why: 'unknown-course' | 'course-started';
  readonly at: Date;
}

/** The case left its seat or its place in the waiting list. */
export interface SeatReleased {
  readonly type: 'SeatReleased';
  readonly caseId: string;
  readonly at: Date;
}

/** A freed seat went to the first of the waiting list. */
export interface SeatPassedOn {
  readonly type: 'SeatPassedOn';
  readonly caseId: string;
  readonly seat: number;
  readonly at: Date;
}

export type CourseEvent = CourseOpened | SeatReserved | SeatWaitlisted | SeatDenied | SeatReleased | SeatPassedOn;
