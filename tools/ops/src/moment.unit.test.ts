import { momentOf } from './moment';

const now = new Date('2026-03-02T09:00:00Z');

test.each([
  ['2h', '2026-03-02T07:00:00.000Z'],
  ['90s', '2026-03-02T08:58:30.000Z'],
  ['30m', '2026-03-02T08:30:00.000Z'],
  ['7d', '2026-02-23T09:00:00.000Z'],
  ['2026-03-02T09:00:00+08:00', '2026-03-02T01:00:00.000Z'],
  ['2026-03-02T09:00Z', '2026-03-02T09:00:00.000Z'],
])('%s', (text, moment) => {
  expect(momentOf(text, now)?.toISOString()).toBe(moment);
});

test.each(['yesterday', '2h ago', '-2h', '2026-03-02', '2026-03-02T09:00:00', '2026-13-02T09:00:00Z', ''])(
  '"%s" is no moment',
  (text) => {
    expect(momentOf(text, now)).toBeUndefined();
  },
);
