export { type Clock, ClockError, moveClock, openClock, startClockAt } from './clock';
export { heardUpTo } from './heard-up-to';
export { type Repeating, repeat } from './repeat';
export { type WakePorts, wakeDue } from './wake';
