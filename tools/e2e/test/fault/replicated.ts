import { throwAwayStack } from '@lianban/infra';
import { type TestCity, atCounter, startCity } from '../../src/city';
import { assisted } from '../../src/demo/assisted';
import { type DemoClient, openClient } from '../../src/demo/client';
import { SubmissionLedger } from '../harness/ledger';
import { services } from './fault';
import { residents } from './place';
import { Spread } from './spread';

/** Those that are asked through the gateway, and the gateway itself; not where its pages come from. */
const scaled = services.filter((service) => !['web', 'desk'].includes(service));

/** A city whose services run as several processes each, with whatever asks them spread over these. */
export interface Replicated {
  readonly city: TestCity;
  readonly ledger: SubmissionLedger;
  /** Residents, through whichever gateway comes next. */
  readonly clients: readonly DemoClient[];
  /** So many processes of each service: more are started, and those too many are asked no longer and stopped. */
  scaleTo(count: number): Promise<void>;
  /** Every process of every service, by the name it is stopped and started by. */
  processes(): readonly string[];
  stop(): Promise<void>;
}

export async function openReplicated(name: string): Promise<Replicated> {
  const spreads = new Map<string, Spread>();
  const stack = await throwAwayStack(() => undefined, {});
  const servers = { kafkaBrokers: stack.directBrokers, mongoUrl: stack.mongoUrl };
  const close = async (city?: TestCity) => {
    await city?.stop();
    for (const spread of spreads.values()) spread.close();
    await stack.stop();
  };
  const peer = async (service: string, port: number) => {
    const spread = await Spread.over(port);
    spreads.set(service, spread);
    return spread.port;
  };
  const city = await startCity({
    ...{ name, servers, residents, env: { LOG_LEVEL: 'warn' } },
    through: { ...servers, peer },
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const portOf = (process: string) => {
    const { grpc, http } = city.services.portsOf(process);
    return http ?? grpc ?? 0;
  };
  spreads.set('gateway', await Spread.over(portOf('gateway')));
  const running = new Map<string, string[]>(scaled.map((service) => [service, [service]]));
  const spreadOver = (service: string) => spreads.get(service)?.use(running.get(service)!.map(portOf));
  const url = `http://127.0.0.1:${spreads.get('gateway')!.port}`;
  const clientOf = (n: number) => {
    const own = openClient(url, city.token({ role: 'resident', sub: `resident-${n}` }));
    return assisted(`resident-${n}`, own, openClient(url, city.token({ ...atCounter, sub: `counter-${n}` })));
  };
  return {
    city,
    ledger: new SubmissionLedger(),
    clients: Array.from({ length: residents }, (_, n) => clientOf(n + 1)),
    async scaleTo(count) {
      for (const [service, processes] of running) {
        while (processes.length < count) processes.push(await city.services.addCopy(service));
        const tooMany = processes.splice(count);
        spreadOver(service);
        for (const process of tooMany) await city.services.quit(process);
      }
    },
    processes: () => [...running.values()].flat(),
    stop: () => close(city),
  };
}
