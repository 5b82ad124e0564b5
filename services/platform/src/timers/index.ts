export { type Clock, ClockError, moveClock, openClock, startClockAt } from './clock';
export { type Repeating, repeat } from './repeat';
export { wakeDue } from './wake';
