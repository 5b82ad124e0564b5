export { chineseWorkingDays } from './chinese-working-days';
export { addCalendarDays, endOfShanghaiDay, shanghaiDay } from './shanghai-day';
export type { WorkingDays } from './working-days';
