import type { looks } from '@lianban/catalogue';
import { at, accepted, givenState, received } from '../../test/given/example';
import { closedTo } from './look';

const source = { zh: '依据', en: 'a law' };
const tenDays: looks.Looks = { purposes: [], afterEnd: [{ from: '2026-01-01', days: 10, source }] };
const decided = givenState(accepted(), at('03-10')).when({
  type: 'Decide',
  officer: 'o-1',
  outcome: 'refused',
  reason: 'never-came',
  findings: {},
}).state;
const cancelled = givenState(received(), at('03-10')).when({ type: 'Cancel', reason: 'withdrawn' }).state;
const by = (officer: string, isSupervisor = false) => ({ officer, isSupervisor });

test('an open case is the desk’s', () => {
  expect(closedTo(by('o-9'), accepted(), tenDays, at('03-10'))).toBeUndefined();
});

test('an ended one is opened by whoever had it in hand and by a supervisor, and by nobody else', () => {
  expect(closedTo(by('o-1'), decided, tenDays, at('03-11'))).toBeUndefined();
  expect(closedTo(by('s-1', true), decided, tenDays, at('03-11'))).toBeUndefined();
  expect(closedTo(by('o-9'), decided, tenDays, at('03-11'))).toMatchObject({ refused: 'case-closed' });
  expect(closedTo(by('o-1'), cancelled, tenDays, at('03-11'))).toMatchObject({ refused: 'case-closed' });
  const nobody = { refused: 'officer-missing', detail: '' };
  expect(closedTo(nobody, decided, tenDays, at('03-11'))).toMatchObject({ refused: 'case-closed' });
});

test('and by nobody at all once the time after its end is over', () => {
  for (const caller of [by('o-1'), by('s-1', true)]) {
    expect(closedTo(caller, decided, tenDays, at('03-20'))).toBeUndefined();
    expect(closedTo(caller, decided, tenDays, at('03-21'))).toMatchObject({
      refused: 'case-closed',
      detail: expect.stringContaining('until 2026-03-20'),
    });
  }
});
