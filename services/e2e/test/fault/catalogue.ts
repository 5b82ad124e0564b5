import { setTimeout as pause } from 'node:timers/promises';
import type { BreakableStack } from '@lianban/infra';
import type { City } from '../../src/city';
import type { LossyWire } from './lossy-wire';

export interface Breakable {
  readonly city: City;
  readonly stack: BreakableStack;
  readonly mongoWire: LossyWire;
}

export interface Fault {
  /** As in the list of faults: F1 … */
  readonly id: string;
  readonly name: string;
  /** Breaks something and mends it again. */
  readonly strike: (on: Breakable) => Promise<void>;
}

// Longer than a consumer's session, so that its group has given it up when it comes back.
const hangMs = 25_000;
const outageMs = 10_000;

const services = ['gateway', 'applications', 'residents', 'employment', 'social-assistance', 'elderly-care', 'permits'];

const killed = (service: string): Fault => ({
  id: 'F1',
  name: `kill -9 of ${service}`,
  strike: async ({ city }) => {
    await city.services.kill(service);
    await city.services.start(service);
  },
});

const hung = (service: string): Fault => ({
  id: 'F2',
  name: `${service} hangs for ${hangMs / 1000} s`,
  strike: async ({ city }) => {
    const pid = city.services.pidOf(service);
    process.kill(pid, 'SIGSTOP');
    await pause(hangMs);
    process.kill(pid, 'SIGCONT');
  },
});

const server = (id: string, name: 'kafka' | 'mongo'): readonly Fault[] => [
  {
    id,
    name: `kill -9 of ${name}`,
    strike: async ({ stack }) => {
      await stack[name].kill();
      await stack[name].start();
    },
  },
  {
    id,
    name: `${name} hangs for ${outageMs / 1000} s`,
    strike: async ({ stack }) => {
      stack[name].signal('SIGSTOP');
      await pause(outageMs);
      stack[name].signal('SIGCONT');
    },
  },
];

/** One after the other, each under load: what one broker and one member of MongoDB allow. */
export const faults: readonly Fault[] = [
  ...services.map(killed),
  hung('applications'),
  hung('permits'),
  ...server('F4', 'kafka'),
  ...server('F5', 'mongo'),
  {
    id: 'F6',
    name: `answers of mongo are lost for ${outageMs / 1000} s`,
    strike: async ({ mongoWire }) => {
      mongoWire.loseAnswers(true);
      await pause(outageMs);
      mongoWire.loseAnswers(false);
    },
  },
  {
    id: 'F8',
    name: 'every service killed and started, one after the other',
    strike: async ({ city }) => {
      for (const service of services) {
        await city.services.kill(service);
        await city.services.start(service);
      }
    },
  },
];
