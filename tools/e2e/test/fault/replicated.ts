import { throwAwayStack } from '@lianban/infra';
import { type TestCity, atCounter, startCity } from '../../src/city';
import { assisted } from '../../src/demo/assisted';
import { type DemoClient, openClient } from '../../src/demo/client';
import { SubmissionLedger } from '../harness/ledger';
import { services } from './fault';
import { residents } from './subject';
import { LoadBalancer } from './load-balancer';

/** The gateway and the services it calls; not those its pages come from. */
const scaled = services.filter((service) => !['web', 'desk'].includes(service));

/** A city with several processes of each service, whose callers' connections are distributed over them. */
export interface Replicated {
  readonly city: TestCity;
  readonly ledger: SubmissionLedger;
  /** Clients of residents, through the gateway processes in turn. */
  readonly clients: readonly DemoClient[];
  /** Scales every service to this number of processes. A process to be stopped gets no new connections first. */
  scaleTo(count: number): Promise<void>;
  /** The names of every process of every service. */
  processes(): readonly string[];
  stop(): Promise<void>;
}

export async function openReplicated(name: string): Promise<Replicated> {
  const balancers = new Map<string, LoadBalancer>();
  const stack = await throwAwayStack(() => undefined, {});
  const servers = { kafkaBrokers: stack.directBrokers, mongoUrl: stack.mongoUrl };
  const close = async (city?: TestCity) => {
    await city?.stop();
    for (const balancer of balancers.values()) balancer.close();
    await stack.stop();
  };
  const peer = async (service: string, port: number) => {
    const balancer = await LoadBalancer.over(port);
    balancers.set(service, balancer);
    return balancer.port;
  };
  const city = await startCity({
    apart: true,
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
  balancers.set('gateway', await LoadBalancer.over(portOf('gateway')));
  const running = new Map<string, string[]>(scaled.map((service) => [service, [service]]));
  const spreadOver = (service: string) => balancers.get(service)?.use(running.get(service)!.map(portOf));
  const url = `http://127.0.0.1:${balancers.get('gateway')!.port}`;
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
