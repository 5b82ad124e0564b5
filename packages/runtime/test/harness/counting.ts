import { casework } from '@lianban/protos';
import { readConfig } from '../../src/config';
import { type Subscription, eventHandler } from '@lianban/inbox';
import { type Done } from '@lianban/engine';
import { type Servers, TALLIES, type TallyCommand, order, quiet, tally } from '@lianban/testing';
import type { Composition } from '../../src/service-spec';
import { type Running, startService } from '../../src/start-service';
import type { Log } from '@lianban/telemetry';
import { type Refusal, isRefusal } from '@lianban/model';

/**
 * What is told of a count is heard as a count: "2 of 7" adds 2 to the tally of the same name.
 * @param stuckAt an amount it never comes back from
 */
export const hearsCounts = (topic = 'counting.v1', stuckAt?: number): Subscription => ({
  topic,
  owner: topic.replace(/\.v\d+$/, ''),
  handlers: [
    eventHandler(casework.v1.ClockPaused, ({ reason }, { subject }) => {
      const amount = Number.parseInt(reason, 10);
      if (Number.isNaN(amount)) throw new Error('the reason is no amount');
      while (amount === stuckAt) Math.random();
      return order(subject, amount === 99 ? { type: 'Break' } : { type: 'Add', amount });
    }),
  ],
  sequenceOwner: ({ subject }) => ({ aggregate: 'tallies', id: subject }),
});

const running: Running[] = [];

/** A service of tallies on the production composition root. */
export async function startTallies(
  servers: Servers,
  name: string,
  parts: Partial<Composition> = {},
  env: Record<string, string> = {},
  log: Log = quiet,
): Promise<Running> {
  const fatal = (error: Error) => {
    throw error;
  };
  const config = readConfig({ ...servers.env, ...env });
  const service = await startService(name, { topic: `${name}.v1`, aggregates: [tally], ...parts }, config, log, fatal);
  running.push(service);
  return service;
}

export const stopAll = async (): Promise<void> => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
};

/** Sends a command to the tally of this name. */
export const tell = (service: Running, id: string, command: TallyCommand, options?: { ifVersion: number }) =>
  service.app.dispatch(TALLIES, id, command, options);

export const add = (service: Running, id: string, amount = 1): Promise<Done | Refusal> =>
  tell(service, id, { type: 'Add', amount });

export const totalOf = async (service: Running, id: string): Promise<number> =>
  (await service.app.get(TALLIES, id))?.state.total ?? 0;

export const done = (answer: Done | Refusal): Done => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`);
  return answer;
};
