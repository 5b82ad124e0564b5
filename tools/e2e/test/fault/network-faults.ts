import { setTimeout as pause } from 'node:timers/promises';
import type { Breakable, InjectedFault } from './fault';
import type { Trouble, Wire } from './wire';

type Wires = Breakable['wires'];

const links: readonly (readonly [name: string, (wires: Wires) => readonly Wire[]])[] = [
  ['services and MongoDB', ({ mongo }) => (mongo ? [mongo] : [])],
  ['services and Kafka', ({ kafka }) => kafka],
  ['gateway and applications', ({ peers }) => [peers.get('applications')!]],
  ['social-assistance and residents', ({ peers }) => [peers.get('residents')!]],
];

const troubled = (what: string, trouble: Trouble, ms: number) =>
  links.map(([name, wiresOf]): InjectedFault => ({
    id: 'F6',
    name: `${what} between ${name} for ${ms / 1000} s`,
    at: 'one',
    strike: async ({ wires }) => {
      for (const wire of wiresOf(wires)) wire.set(trouble);
      await pause(ms);
      for (const wire of wiresOf(wires)) wire.set('none');
    },
  }));

/** Resets every connection five times a second. */
const storm = ([name, wiresOf]: (typeof links)[number]): InjectedFault => ({
  id: 'F6',
  name: `resets between ${name}, five a second for 10 s`,
  at: 'one',
  strike: async ({ wires }) => {
    for (let n = 0; n < 50; n++) {
      for (const wire of wiresOf(wires)) {
        wire.set('reset');
        wire.set('none');
      }
      await pause(200);
    }
  },
});

const slow: InjectedFault = {
  id: 'F6',
  name: 'every link takes 100 ms longer each way, and closes a second late, for 15 s',
  at: 'one',
  strike: async ({ wires }) => {
    const all = links.flatMap(([, wiresOf]) => wiresOf(wires));
    for (const wire of all) {
      wire.delay(100);
      wire.closeSlowly(1_000);
    }
    await pause(15_000);
    for (const wire of all) {
      wire.delay(0);
      wire.closeSlowly(0);
    }
  },
};

export const networkFaults: readonly InjectedFault[] = [
  ...troubled('nothing passes', 'stalled', 5_000),
  ...troubled('nothing passes', 'stalled', 30_000),
  ...troubled('nothing passes', 'stalled', 90_000),
  ...troubled('no answer passes', 'deaf', 10_000),
  ...troubled('no request passes', 'mute', 10_000),
  ...troubled('answers are lost', 'answers lost', 10_000),
  ...links.map(storm),
  slow,
];
