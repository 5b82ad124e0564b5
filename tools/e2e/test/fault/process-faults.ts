import { setTimeout as pause } from 'node:timers/promises';
import type { TestCity } from '../../src/city';
import { offsetsAhead } from '../harness/offsets-ahead';
import { type InjectedFault, consumers, services } from './fault';

// Longer than the consumer session timeout, so that the group has rebalanced before the process resumes.
const hangMs = 25_000;

const killed = (service: string): InjectedFault => ({
  id: 'F1',
  name: `kill -9 of ${service}`,
  at: 'one',
  inject: async ({ city }) => {
    await city.services.kill(service);
    await keepsItsPlace(city, service);
    await city.services.start(service);
  },
});

/** Checks I9 while the process is dead: the effects of records before the committed offsets are stored. */
async function keepsItsPlace(city: TestCity, service: string): Promise<void> {
  const ahead = consumers.includes(service) ? await offsetsAhead(city, [service]) : [];
  if (ahead.length > 0) throw new Error(ahead.slice(0, 5).join('; '));
}

/** Starts the process with a failpoint, and restarts it after it has died. */
const diesAt = (service: string, point: string): InjectedFault => ({
  id: 'F1',
  name: `${service} dies ${point.replace('-', ' ')}`,
  at: 'one',
  inject: async ({ city }) => {
    await city.services.quit(service);
    await city.services.startToEnd(service, { FAILPOINT: `${point}@5` });
    await keepsItsPlace(city, service);
    await city.services.start(service);
  },
});

const hung = (service: string): InjectedFault => ({
  id: 'F2',
  name: `${service} hangs for ${hangMs / 1000} s`,
  at: 'one',
  inject: async ({ city }) => {
    const pid = city.services.pidOf(service);
    process.kill(pid, 'SIGSTOP');
    await pause(hangMs);
    process.kill(pid, 'SIGCONT');
  },
});

/** A second process takes over meanwhile; the resumed one finds its partitions and outbox batches taken over. */
const hungBesideACopy = (service: string): InjectedFault => ({
  ...hung(service),
  name: `${service} hangs for ${hangMs / 1000} s beside a second process of it`,
  inject: async (on) => {
    const copy = await on.city.services.addCopy(service);
    await hung(service).inject(on);
    await on.city.services.quit(copy);
  },
});

const points = ['inside-commit', 'after-commit', 'after-publish', 'before-offset'];

export const processFaults: readonly InjectedFault[] = [
  ...services.map(killed),
  ...['applications', 'permits'].flatMap((service) => points.map((point) => diesAt(service, point))),
  hung('applications'),
  hung('permits'),
  hungBesideACopy('applications'),
  {
    id: 'F8',
    name: 'every service restarted in order, one after the other',
    at: 'one',
    inject: async ({ city }) => {
      for (const service of services) {
        await city.services.quit(service);
        await city.services.start(service);
      }
    },
  },
  {
    id: 'F8',
    name: 'one, three, and again one process of each service behind the gateway',
    at: 'one',
    inject: async ({ city }) => {
      for (const service of services.slice(2)) {
        const copies = [await city.services.addCopy(service), await city.services.addCopy(service)];
        await city.services.quit(copies[0]!);
        await city.services.kill(copies[1]!);
      }
    },
  },
  {
    id: 'F14',
    name: 'applications stands still in a loop for 20 s',
    at: 'one',
    inject: async ({ city }) => {
      process.kill(city.services.pidOf('applications'), 'SIGUSR2');
      await pause(20_000);
    },
  },
  {
    id: 'F14',
    name: 'applications runs out of memory',
    at: 'one',
    inject: async ({ city }) => {
      await city.services.kill('applications');
      const ended = city.services.startToEnd('applications', {});
      await city.services.isUp('applications');
      process.kill(city.services.pidOf('applications'), 'SIGHUP');
      await ended;
      await city.services.start('applications');
    },
  },
];
