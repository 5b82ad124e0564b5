import { readHolidays } from './holiday-file';

const sound = `year: 2027
notice:
  number: 国办发明电〔2026〕9号
  date: 2026-11-05
holidays:
  - { name: 元旦, from: 2027-01-01, to: 2027-01-03 }
  - { name: 春节, from: 2027-02-05, to: 2027-02-11 }
  - { name: 清明节, from: 2027-04-03, to: 2027-04-05 }
  - { name: 劳动节, from: 2027-05-01, to: 2027-05-05 }
  - { name: 端午节, from: 2027-06-09, to: 2027-06-09 }
  - { name: 中秋节, from: 2027-09-15, to: 2027-09-15 }
  - { name: 国庆节, from: 2027-10-01, to: 2027-10-07 }
workdays:
  - 2027-02-20
  - 2027-05-08
`;

test('a sound table is read, its spans day by day', () => {
  const table = readHolidays('2027.yaml', sound);
  expect(table).toMatchObject({ year: 2027, workdays: ['2027-02-20', '2027-05-08'] });
  expect('holidays' in table && table.holidays).toContain('2027-02-08');
  expect('holidays' in table && table.holidays).toHaveLength(27);
});

test.each([
  ['a year the program has', 'year: 2027', 'year: 2026', 1, 'comes with the program'],
  ['no number of a notice', '国办发明电〔2026〕9号', 'the usual', 3, 'write it as on the notice'],
  ['a notice of another time', 'date: 2026-11-05', 'date: 2024-11-05', 4, 'is not about 2027'],
  ['a day of another year', 'to: 2027-10-07', 'to: 2028-10-07', 12, 'is no day of 2027'],
  ['an end before its beginning', 'to: 2027-10-07', 'to: 2027-09-07', 12, 'ends before it begins'],
  ['no New Year', 'from: 2027-01-01', 'from: 2027-01-02', 5, 'off by law and not in the table: 2027-01-01'],
  ['a wrong Spring Festival', 'from: 2027-02-05', 'from: 2027-02-06', 5, '2027-02-05'],
  ['no National Day', 'from: 2027-10-01', 'from: 2027-10-02', 5, '2027-10-01'],
  ['a weekday made up', '2027-02-20', '2027-02-19', 14, '2027-02-19 is no weekend day'],
  ['a day off that is worked', '2027-02-20', '2027-02-07', 14, 'is among the days off'],
  ['a day twice', '2027-05-08', '2027-02-20', 15, 'is there already'],
  ['a summer off', 'to: 2027-06-09', 'to: 2027-08-09', 5, 'days off in a year cannot be right'],
  ['an unknown key', 'workdays:', 'extra: 1\nworkdays:', 13, '"extra" is not a known key'],
  ['no date', '2027-02-20', '20 February', 14, '"workdays[0]" is wrong'],
])('%s is told with its line', (_what, from, to, line, sentence) => {
  const problems = readHolidays('2027.yaml', sound.replace(from, to));
  expect(problems).toContainEqual({ file: '2027.yaml', line, sentence: expect.stringContaining(sentence) });
});
