import { grpcService } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { TALLIES, type TallyCommand, echo, tally } from '@lianban/testing';
import type { App, ServiceSpec } from '../../src/service-spec';
import { hearsCounts } from './counting';

const serve = (app: App) => [
  grpcService(echo, {
    async add({ id, amount }, call) {
      const soon = new Date(app.clock.now().getTime() + 1);
      const command: TallyCommand = id.endsWith('/alarm') ? { type: 'SetAlarm', at: soon } : { type: 'Add', amount };
      // Nobody waits for it, and nobody catches it.
      if (id.endsWith('/bug')) setImmediate(() => app.summarizeView({ name: id } as never, []));
      const answer = await app.dispatch(TALLIES, id, command, call);
      return isRefusal(answer) ? answer : { version: answer.version };
    },
    howMany: async ({ of }) => ({ amount: (await app.get(TALLIES, of))?.state.total ?? 0 }),
    async *follow({ upTo }) {
      for (let n = 1; n <= upTo; n++) yield { n };
    },
  }),
];

/**
 * A service of tallies with its answers. An id that ends in /alarm sets one, one that ends in /bug leaves an error nobody catches.
 * @param topic that it hears, if any
 * @param stuckAt an amount it never comes back from
 */
export const tallying = (name: string, topic?: string, stuckAt?: number): ServiceSpec<undefined> => ({
  name,
  compose: () => ({
    topic: `${name}.v1`,
    aggregates: [tally],
    grpc: serve,
    subscriptions: topic ? [hearsCounts(topic, stuckAt)] : [],
  }),
});
