import { limitDay, statutoryLimit } from './limits';

const at = '2027-01-05T15:59:59.999Z';

test('a provisional day says so, in the reader’s language', () => {
  expect(limitDay(at, true, 'zh-CN')).toBe('2027年1月5日星期二（暂定，以国务院公布的放假安排为准）');
  expect(limitDay(at, true, 'en')).toMatch(/5 January 2027 \(provisional, until the State Council publishes/);
  expect(limitDay(at, undefined, 'zh-CN')).toBe('2027年1月5日星期二');
});

test('a limit is told in the days of its law', () => {
  expect(statutoryLimit({ statutoryDays: 20 })).toEqual({ zh: '20 个工作日', en: '20 working days' });
  expect(statutoryLimit({ statutoryDays: 0, statutoryCalendarDays: 60 })).toEqual({
    zh: '60 日（含节假日）',
    en: '60 days, holidays included',
  });
});
