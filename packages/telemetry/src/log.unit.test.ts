import { createLog, withoutPersonalNumbers } from './log';

/** What a log writes, as text. */
function written(write: (log: ReturnType<typeof createLog>) => void, level = 'info'): string {
  const lines: string[] = [];
  write(createLog('counting', level, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

const person = {
  name: 'Wang Fang',
  idNumber: '11010119900307123X',
  phone: '13812345678',
  address: '12 Chang’an Street',
};

test('a line is one JSON object with its time, level and service', () => {
  const line = JSON.parse(written((log) => log.info({ topic: 'permits.v1' }, 'record refused')));
  expect(line).toMatchObject({ level: 'info', service: 'counting', topic: 'permits.v1', msg: 'record refused' });
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('personal fields are never written, however deep they stand', () => {
  const text = written((log) => {
    log.info(person, 'one');
    log.info({ resident: person }, 'two');
    log.info({ case: { resident: person } }, 'three');
    log.info({ command: { type: 'Register', answers: { a: 1 }, state: { b: 2 }, token: 'c' } }, 'four');
  });
  expect(text).not.toMatch(/Wang Fang|1990|138|Chang|"a":1|"b":2|"token":"c"/);
  expect(text.match(/\[redacted\]/g)).toHaveLength(15);
});

test('numbers that look like a person’s are never written, wherever they stand', () => {
  const text = written((log) => {
    log.warn({ err: new Error(`no person ${person.idNumber} at +86${person.phone}`) }, 'call of 138-1234-5678 failed');
    log.info({ deep: { deeper: { deepest: { note: `x${person.idNumber.toLowerCase()}` } } } }, '+86 138 1234 5678');
  });
  expect(text).not.toMatch(/1990|1234/);
  expect(text).toContain('no person [id] at [phone]');
});

test('of an error its type, message, causes and code are written, and nothing else it carries', () => {
  class Away extends Error {
    readonly code = 91;
    readonly topology = { servers: ['a picture of the cluster'] };
  }
  const text = written((log) => log.error({ err: new Error('not read', { cause: new Away('gone') }) }, 'failed'));
  expect(JSON.parse(text).err).toMatchObject({ type: 'Error', message: 'not read: gone', stack: expect.any(String) });
  expect(JSON.parse(written((log) => log.error({ err: new Away('gone') }))).err).toMatchObject({
    type: 'Away',
    code: 91,
  });
  expect(text + written((log) => log.error({ err: new Away('gone') }))).not.toContain('picture');
});

test.each([
  ['an application number', 'LB20260302000001'],
  ['a time', '2026-03-02T01:00:00.123Z'],
  ['milliseconds', '1772413200000'],
  ['a trace', '00-11010119900307123a11010119900307-1381234567890123-01'],
  ['an amount of cents', '12345678901'],
])('%s is left as it is', (_what, text) => {
  expect(withoutPersonalNumbers(text)).toBe(text);
});

test('below its level nothing is written', () => {
  expect(written((log) => log.info('hello'), 'warn')).toBe('');
});
