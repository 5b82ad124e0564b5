import { isRefusal } from '@lianban/model';
import { needsGuardian } from './eligible';

const online = { hasAgent: false, isAtCounter: false };
const today = '2026-03-02';

// 民法典 art. 17–20, 23; a person of nine cannot open a shop themselves.
test.each([
  ['of nine, by themselves', '2017-03-02', online, true],
  ['of nine, by a guardian', '2017-03-02', { ...online, hasAgent: true }, false],
  ['of nine, at a counter', '2017-03-02', { ...online, isAtCounter: true }, true],
  ['of sixteen, by themselves', '2010-03-02', online, true],
  [
    'of sixteen, at a counter that sees they live by their own labour',
    '2010-03-02',
    { ...online, isAtCounter: true },
    false,
  ],
  ['the day before sixteen, at a counter', '2010-03-03', { ...online, isAtCounter: true }, true],
  ['the day before eighteen', '2008-03-03', online, true],
  ['on the eighteenth birthday', '2008-03-02', online, false],
])('%s', (_who, birthDate, how, needs) => {
  const answer = needsGuardian({ birthDate }, today, how);
  expect(answer !== undefined && isRefusal(answer) ? answer.refused : 'free').toBe(needs ? 'guardian-acts' : 'free');
});
