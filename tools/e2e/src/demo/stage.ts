import { environment, readSettings } from '@lianban/settings';
import { moveClock, readConfig } from '@lianban/runtime';
import { z } from 'zod';
import { type DemoClient, type ShownApplication, openClient, tokenFor } from './client';
import { TimelinePrinter, say } from './say';

const settings = z.object({ GATEWAY_URL: z.url() });

/** The context of a scene of the demonstration. */
export interface DemoStage {
  as(...identity: string[]): DemoClient;
  /** Prints the application's timeline as it grows until `done` holds. */
  follow(client: DemoClient, number: string, done: (now: ShownApplication) => boolean): Promise<ShownApplication>;
  moveTime(days: number, why: string): Promise<void>;
}

const patienceMs = 60_000;

/** The local stack this process was given. */
export function openStage(): DemoStage {
  const { GATEWAY_URL: url } = readSettings(settings, environment);
  const { mongo } = readConfig(environment);
  return stageOf({
    as: (...identity) => openClient(url, tokenFor(identity)),
    moveDays: (days) => moveClock(mongo.url, mongo.dbPrefix, days * 24 * 60 * 60 * 1000),
  });
}

interface Place {
  as: DemoStage['as'];
  /** Returns the city's time after it. */
  moveDays(days: number): Promise<Date>;
}

export function stageOf({ as, moveDays }: Place): DemoStage {
  const printers = new Map<string, TimelinePrinter>();

  return {
    as,

    async follow(client, number, done) {
      const printer = printers.get(number) ?? new TimelinePrinter();
      printers.set(number, printer);
      const giveUp = AbortSignal.timeout(patienceMs);
      for await (const now of client.watch(number, giveUp)) {
        printer.show(now);
        if (done(now)) return now;
      }
      const last = await client.get<ShownApplication>(`/api/applications/${number}`);
      printer.show(last);
      return last;
    },

    async moveTime(days, why) {
      const now = await moveDays(days);
      say(`\n   ⏩ ${days} days later (${why}): it is ${now.toISOString().slice(0, 10)}`);
    },
  };
}

/** The step's current state. */
export const stepOf = ({ steps }: ShownApplication, id: string) => steps.find((step) => step.id === id);
