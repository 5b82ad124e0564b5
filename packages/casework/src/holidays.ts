export { chineseWorkingDays } from './calendar/chinese-working-days';
export { readHolidays } from './office/holiday-file';
export { runningCalendar } from './office/running-holidays';
