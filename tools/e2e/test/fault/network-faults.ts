import { setTimeout as pause } from 'node:timers/promises';
import type { Breakable, InjectedFault } from './fault';
import type { ProxyFault, TcpProxy } from './tcp-proxy';

type Proxies = Breakable['proxies'];

const links: readonly (readonly [name: string, (proxies: Proxies) => readonly TcpProxy[]])[] = [
  ['services and MongoDB', ({ mongo }) => (mongo ? [mongo] : [])],
  ['services and Kafka', ({ kafka }) => kafka],
  ['gateway and applications', ({ peers }) => [peers.get('applications')!]],
  ['social-assistance and residents', ({ peers }) => [peers.get('residents')!]],
];

const proxyFault = (what: string, fault: ProxyFault, ms: number) =>
  links.map(([name, proxiesOf]): InjectedFault => ({
    id: 'F6',
    name: `${what} between ${name} for ${ms / 1000} s`,
    at: 'one',
    inject: async ({ proxies }) => {
      for (const proxy of proxiesOf(proxies)) proxy.set(fault);
      await pause(ms);
      for (const proxy of proxiesOf(proxies)) proxy.set('none');
    },
  }));

/** Resets every connection five times a second. */
const storm = ([name, proxiesOf]: (typeof links)[number]): InjectedFault => ({
  id: 'F6',
  name: `resets between ${name}, five a second for 10 s`,
  at: 'one',
  inject: async ({ proxies }) => {
    for (let n = 0; n < 50; n++) {
      for (const proxy of proxiesOf(proxies)) {
        proxy.set('reset');
        proxy.set('none');
      }
      await pause(200);
    }
  },
});

const slow: InjectedFault = {
  id: 'F6',
  name: 'every link takes 100 ms longer each way, and closes a second late, for 15 s',
  at: 'one',
  inject: async ({ proxies }) => {
    const all = links.flatMap(([, proxiesOf]) => proxiesOf(proxies));
    for (const proxy of all) {
      proxy.delay(100);
      proxy.closeSlowly(1_000);
    }
    await pause(15_000);
    for (const proxy of all) {
      proxy.delay(0);
      proxy.closeSlowly(0);
    }
  },
};

export const networkFaults: readonly InjectedFault[] = [
  ...proxyFault('nothing passes', 'stalled', 5_000),
  ...proxyFault('nothing passes', 'stalled', 30_000),
  ...proxyFault('nothing passes', 'stalled', 90_000),
  ...proxyFault('no answer passes', 'deaf', 10_000),
  ...proxyFault('no request passes', 'mute', 10_000),
  ...proxyFault('answers are lost', 'answers lost', 10_000),
  ...links.map(storm),
  slow,
];
