import { setTimeout as pause } from 'node:timers/promises';
import type { InjectedFault } from './fault';

const tenMinutesMs = 600_000;

/** The clocks of half of the departments are ten minutes behind, that of applications is ten minutes ahead. */
export const wrongClocks: Readonly<Record<string, number>> = {
  applications: tenMinutesMs,
  permits: -tenMinutesMs,
  'social-assistance': -tenMinutesMs,
  residents: tenMinutesMs,
};

const skew = (ms: number) => ({ TEST_CLOCK_SKEW_MS: String(ms) });

/** An outbox batch is taken over by a process whose clock is behind. */
const leftTo = (service: string, point: string): InjectedFault => ({
  id: 'F12',
  name: `${service} dies ${point.replace('-', ' ')}, and a process whose clock is 20 minutes behind takes over`,
  at: 'clocks',
  inject: async ({ city: { services } }) => {
    const behind = await services.addCopy(service, skew(-tenMinutesMs));
    await services.kill(service);
    await services.startToEnd(service, { ...skew(tenMinutesMs), FAILPOINT: `${point}@5` });
    await pause(5_000);
    await services.start(service);
    await services.quit(behind);
  },
});

export const clockFaults: readonly InjectedFault[] = [
  { id: 'F12', name: 'clocks differ by 20 minutes', at: 'clocks', inject: () => pause(5_000) },
  {
    id: 'F12',
    name: 'applications runs twice, with clocks that differ by 20 minutes',
    at: 'clocks',
    inject: async ({ city: { services } }) => {
      const behind = await services.addCopy('applications', skew(-tenMinutesMs));
      await pause(10_000);
      await services.quit(behind);
    },
  },
  leftTo('applications', 'after-commit'),
  leftTo('permits', 'after-commit'),
];
