import { possibleActs } from './possible-acts';

const clock = { extendedBy: 0 } as Parameters<typeof possibleActs>[0]['clock'];

test.each<[string, object, readonly string[]]>([
  ['to be accepted', { status: 'received' }, ['accept', 'supplement', 'decide']],
  ['under examination', { status: 'accepted' }, ['decide', 'supplement', 'pause', 'extend']],
  ['extended already', { status: 'accepted', clock: { extendedBy: 5 } }, ['decide', 'supplement', 'pause']],
  ['in an officer’s pause', { status: 'paused', pausedFor: 'hearing' }, ['resume']],
  ['waiting for others', { status: 'paused', pausedFor: 'waiting-list' }, []],
  ['waiting for the resident', { status: 'supplement' }, []],
  ['decided', { status: 'decided' }, []],
])('%s', (_what, more, acts) => {
  expect(possibleActs({ clock, ...more } as Parameters<typeof possibleActs>[0])).toEqual(acts);
});
