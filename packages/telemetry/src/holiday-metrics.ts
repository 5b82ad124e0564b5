import { metric } from './metric';

/** How far the city's calendar is certain. */
export const holidayMetrics = {
  holidayDays: metric({
    name: 'lianban.holidays.days',
    kind: 'gauge',
    unit: 'd',
    description: 'How many days ahead the holiday tables reach that the process counts by; later dates are provisional',
    attributes: ['service'],
    from: 'calendars',
  }),
  holidaysRefused: metric({
    name: 'lianban.holidays.refused',
    kind: 'gauge',
    unit: '{table}',
    description: '1 while the process cannot use a holiday table that the city has taken',
    attributes: ['service'],
    from: 'calendars',
  }),
};
