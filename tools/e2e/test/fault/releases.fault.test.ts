import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { throwAwayStack, workspaces } from '@lianban/infra';
import { startCity } from '../../src/city';
import { waitFor } from '../../src/wait-for';
import { SubmissionLedger } from '../harness/ledger';
import { services } from './fault';
import { latenciesDuring } from './load';
import { residents } from './subject';
import { verdict } from './verdict';

// Every service is restarted twice.
jest.setTimeout(900_000);

// Set by scripts/fault, which builds the previous release beside this one.
const previous = process.env['LIANBAN_PREVIOUS_RELEASE'];
const now = process.cwd();

/** Whether the release has this service; one that is new is there before the others are upgraded. */
const hasService = (service: string, checkout: string): boolean => {
  const folder = workspaces(checkout).get(service)?.folder;
  return folder !== undefined && existsSync(join(checkout, folder, 'src', 'main.ts'));
};

const name = 'F17 every service goes from the previous release to this one and back, one after the other';

(previous ? test : test.skip)(previous ? name : `${name} (not here: there is no previous release)`, async () => {
  const upgraded = services.filter((service) => hasService(service, previous!));
  const release = new Map(services.map((service) => [service, upgraded.includes(service) ? previous! : now]));
  const stack = await throwAwayStack(() => undefined, {});
  const city = await startCity({
    name: 'releases',
    servers: { kafkaBrokers: stack.directBrokers, mongoUrl: stack.mongoUrl },
    residents,
    // A gateway of the release before shows no person token, and its services cannot open what is sealed.
    // And its departments hear what is asked of all.
    env: {
      ...{ LOG_LEVEL: 'warn', DATA_SEALING: 'off', ALLOW_UNPROVEN_PERSONS: 'true' },
      ...{ REQUESTS_SAID_ON: 'shared', REQUESTS_HEARD_ON: 'shared' },
    },
    from: (service) => release.get(service.split('#')[0]!)!,
  });
  try {
    const ledger = new SubmissionLedger();
    const clients = Array.from({ length: residents }, (_, n) => city.assisted(n + 1));
    const moreAccepted = (than: number) =>
      waitFor('more are accepted', () => (ledger.accepted.size > than + 20 ? true : undefined));
    const waited = await latenciesDuring({ city, ledger }, clients, 20, async () => {
      await moreAccepted(ledger.accepted.size);
      // Consumers before publishers on the way up.
      for (const [order, to] of [
        [upgraded.toReversed(), now],
        [upgraded, previous!],
      ] as const)
        for (const service of order) {
          await city.services.quit(service);
          release.set(service, to);
          await city.services.start(service);
          await moreAccepted(ledger.accepted.size);
        }
    });
    // An earlier release may seal no blocks: only this one can finish sealing, so the book is verified last.
    await city.services.quit('residents');
    release.set('residents', now);
    await city.services.start('residents');
    const { applications, p50, p99 } = waited;
    process.stderr.write(
      `| ${name} | ${applications} | ${(p50 / 1000).toFixed(2)} s | ${(p99 / 1000).toFixed(2)} s |\n`,
    );
    expect(await verdict(city, ledger)).toEqual([]);
  } finally {
    await city.stop();
    await stack.stop();
  }
});
