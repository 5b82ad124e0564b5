import type { KnownMandate, MandateCommand } from './mandate';
import { ASK_DAYS, mandate } from './mandate-decider';
import { MOST_OPEN_ASKS, MOST_OPEN_ASKS_OF_ONE, tooManyOpenAsks } from './open-asks';

const NOW = new Date('2026-03-02T01:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
const asked = (principalId: string, until = later(300)): KnownMandate => {
  const names = { principal: 'sealed-1', agent: 'sealed-2' };
  const ask: MandateCommand = {
    type: 'AskMandate',
    principalId,
    agentId: 'r-son',
    packages: [],
    until,
    names,
    agentKnown: true,
  };
  const state = mandate.initial('MD1');
  const said = mandate.decide(ask, state, NOW);
  if ('refused' in said) throw new Error(said.detail);
  return said.reduce(mandate.evolve, state) as KnownMandate;
};
const times = (count: number, each: (i: number) => KnownMandate) => Array.from({ length: count }, (_, i) => each(i));
const said = (open: readonly KnownMandate[], of = 'r-mother', at = NOW) => tooManyOpenAsks(open, of, at)?.refused;

test('one person is asked so many times, and not once more, until they answer', () => {
  const few = times(MOST_OPEN_ASKS_OF_ONE - 1, () => asked('r-mother'));
  expect(said(few)).toBeUndefined();
  expect(said([...few, asked('r-mother')])).toBe('too-many-open-asks');
  expect(said([...few, asked('r-mother')], 'r-father')).toBeUndefined();
  expect(said([...few, { ...asked('r-mother'), status: 'refused' }])).toBeUndefined();
});

test('so many people are asked at a time', () => {
  const many = times(MOST_OPEN_ASKS, (i) => asked(`r-${i}`));
  expect(said(many.slice(1))).toBeUndefined();
  expect(said(many)).toBe('too-many-open-asks');
});

test('what nobody answered in time counts no longer, whether or not the timer was there', () => {
  const many = times(MOST_OPEN_ASKS, (i) => asked(`r-${i}`));
  expect(said(many, 'r-mother', later(ASK_DAYS))).toBeUndefined();
  const short = times(MOST_OPEN_ASKS_OF_ONE, () => asked('r-mother', later(1)));
  expect(said(short, 'r-mother', later(1))).toBeUndefined();
});
