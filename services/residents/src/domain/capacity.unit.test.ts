import { birthdayOf, capacityOf, mayLiveByOwnLabour } from './capacity';

// 民法典 art. 17: eighteen and over is of age; 18: of full capacity, sixteen by own labour; 19: limited from eight; 20: none before.
test.each([
  ['the day before the eighth birthday', '2018-06-01', '2026-05-31', 'none'],
  ['the eighth birthday', '2018-06-01', '2026-06-01', 'limited'],
  ['nine years', '2017-03-02', '2026-03-02', 'limited'],
  ['the day before the eighteenth birthday', '2008-06-01', '2026-05-31', 'limited'],
  ['the eighteenth birthday', '2008-06-01', '2026-06-01', 'full'],
  ['a 29th of February, on the 28th', '2008-02-29', '2026-02-28', 'limited'],
  ['a 29th of February, on the first of March', '2008-02-29', '2026-03-01', 'full'],
  ['a newborn', '2026-03-01', '2026-03-02', 'none'],
])('%s', (_what, birthDate, today, capacity) => {
  expect(capacityOf(birthDate, today)).toBe(capacity);
});

test.each([
  ['2010-06-02', '2026-06-01', false],
  ['2010-06-01', '2026-06-01', true],
  ['2008-06-02', '2026-06-01', true],
  ['2008-06-01', '2026-06-01', false],
])('born %s, on %s: whether they may live by their own labour is %s', (birthDate, today, may) => {
  expect(mayLiveByOwnLabour(birthDate, today)).toBe(may);
});

test('a leap day has its birthday in leap years', () => {
  expect([birthdayOf('2004-02-29', 8), birthdayOf('2004-02-29', 18)]).toEqual(['2012-02-29', '2022-03-01']);
});
