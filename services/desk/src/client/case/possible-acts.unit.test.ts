import { mustStayOut, possibleActs } from './possible-acts';

const clock = { extendedBy: 0 } as Parameters<typeof possibleActs>[0]['clock'];

test.each<[string, object, readonly string[]]>([
  ['to be accepted', { status: 'received' }, ['accept', 'supplement', 'decide']],
  ['under examination', { status: 'accepted' }, ['decide', 'supplement', 'pause', 'extend']],
  [
    'with an extension asked',
    { status: 'accepted', extension: { status: 'asked' } },
    ['decide', 'supplement', 'pause'],
  ],
  ['extended already', { status: 'accepted', clock: { extendedBy: 5 } }, ['decide', 'supplement', 'pause']],
  ['in an officer’s pause', { status: 'paused', pausedFor: 'hearing' }, ['resume']],
  ['waiting for others', { status: 'paused', pausedFor: 'waiting-list' }, []],
  ['waiting for the resident', { status: 'supplement' }, []],
  ['decided', { status: 'decided' }, []],
])('%s', (_what, more, acts) => {
  expect(possibleActs({ clock, ...more } as Parameters<typeof possibleActs>[0])).toEqual(acts);
});

test('the applicant and the officer who filed it are recused', () => {
  const of = { residentId: 'r-1', filedBy: ['agent-1'] };
  expect(['r-1', 'agent-1', 'o-1'].map((me) => mustStayOut(of, me))).toEqual([true, true, false]);
  expect(mustStayOut({ residentId: 'r-1' }, 'o-1')).toBe(false);
  expect(mustStayOut({ residentId: 'r-1', conflict: 'household' }, 'o-1')).toBe(true);
});
