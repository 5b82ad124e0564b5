import { progress } from './progress';

const terminal = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
};

afterEach(() => jest.useRealTimers());

test('in a log: a line at the start, every five seconds and at the end', () => {
  jest.useFakeTimers();
  const log = terminal(false);
  const { at, end } = progress('records read', 30, log);
  for (let done = 1; done <= 30; done++) {
    jest.advanceTimersByTime(250);
    at(done);
  }
  end();
  expect(log.written).toEqual(['records read: 0 of 30\n', 'records read: 20 of 30\n', 'records read: 30 of 30\n']);
});

test('on a terminal: one line that is redrawn, with a bar', () => {
  jest.useFakeTimers();
  const person = terminal(true);
  const { at, end } = progress('records read', 30, person);
  at(7);
  jest.advanceTimersByTime(100);
  at(15);
  at(30);
  end();
  const shown = person.written.join('').split('\r\u001b[2K').slice(1);
  const bar = (filled: number) => '█'.repeat(filled) + '░'.repeat(30 - filled);
  expect(shown).toEqual([
    `records read ${bar(0)} 0 %, 0 of 30`,
    `records read ${bar(15)} 50 %, 15 of 30`,
    `records read ${bar(30)} 100 %, 30 of 30\n`,
  ]);
});

test('without work nothing is reported', () => {
  const person = terminal(true);
  progress('records sent', 0, person).end();
  expect(person.written).toEqual([]);
});
