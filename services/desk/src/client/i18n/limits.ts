/** What the desk says of limits, in Chinese and with the same keys in English. */
export const limits = {
  dueOn: '{date} 前',
  provisional: '暂定，以国务院公布的放假安排为准',
  undated: '时限无法计算',
  statutory: '法定时限 {days} 个工作日，剩 {left}',
  statutoryPlain: '法定时限 {days} 个工作日',
  statutoryCalendar: '法定时限 {days} 日（含节假日），剩 {left}',
  statutoryCalendarPlain: '法定时限 {days} 日（含节假日）',
  extendedBy: '已延长 {days} 个工作日',
} as const;

export const limitsInEnglish: Readonly<Record<keyof typeof limits, string>> = {
  dueOn: 'by {date}',
  provisional: 'provisional, until the State Council publishes the holidays',
  undated: 'Limit cannot be computed',
  statutory: 'Statutory limit {days} working days, {left} left',
  statutoryPlain: 'Statutory limit {days} working days',
  statutoryCalendar: 'Statutory limit {days} days, holidays included, {left} left',
  statutoryCalendarPlain: 'Statutory limit {days} days, holidays included',
  extendedBy: 'Extended by {days} working days',
};
