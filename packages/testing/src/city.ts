import { casework } from '@lianban/protos';
import { ensureTopics } from '@lianban/infra';
import { readConfig, type Running, type ServiceSpec, startService, moveClock, startClockAt } from '@lianban/runtime';
import { readSettings } from '@lianban/settings';
import {
  type Connection,
  type Definition,
  type GrpcServer,
  type GrpcService,
  type ServiceClient,
  connect,
} from '@lianban/grpc';
import { asNamed, signingFor } from './signed-in';
import { quiet } from './quiet';
import { brokers, mongoUrl } from './environment';
import { Servers, until } from './servers';
import { startResidents } from './stand-in-claims';
import { Telling } from './telling';

// Longer than `until` waits, so that what did not happen is said by its name, also on a busy machine.

/** A Monday with a holiday table, whatever the machine's clock says. */
export const firstDay = new Date('2026-03-02T01:00:00Z');
const dayMs = 24 * 60 * 60 * 1000;

/**
 * A city for one test file: real servers, its own topics, databases and time, and services on the production composition
 * root. What applications would say is told by `telling`, and what the services say is heard by it.
 */
export class City {
  readonly servers = new Servers();
  readonly telling = new Telling(this.servers);
  private readonly running: Running[] = [];
  private readonly connections: Connection<Definition>[] = [];
  private readonly standIns: GrpcServer[] = [];

  async open(): Promise<void> {
    await ensureTopics(brokers, { prefix: this.servers.prefix });
    await startClockAt(mongoUrl, this.servers.prefix, firstDay);
    await this.telling.open();
  }

  /** Starts one process of a service and waits until it is ready. */
  async start<S>(spec: ServiceSpec<S>, more: Record<string, string> = {}): Promise<Running> {
    const env = { ...this.servers.env, TIME_TRAVEL: 'on', ...more };
    const config = readConfig(env);
    const settings = spec.settings ? readSettings(spec.settings, env) : (undefined as S);
    const fatal = (error: Error) => {
      throw error;
    };
    const service = await startService(spec.name, spec.compose(settings, config), config, quiet, fatal);
    this.running.push(service);
    await until(`${spec.name} is ready`, () => service.isReady());
    return service;
  }

  /** A stand-in for residents, which has no claim of anybody; the address of it, as a service's setting. */
  async standInResidents(more: readonly GrpcService[] = [], port?: number): Promise<string> {
    const { address, server } = await startResidents(more, port);
    this.standIns.push(server);
    return address;
  }

  /** Calls one process as the gateway does. */
  caller<D extends Definition>(service: Running, definition: D, self = 'gateway'): ServiceClient<D> {
    const connection = connect(definition, addressOf(service), self, service.app.name, [], signingFor(self));
    this.connections.push(connection as unknown as Connection<Definition>);
    return asNamed(connection.call);
  }

  desk(service: Running): ServiceClient<typeof casework.v1.DeskServiceService> {
    return this.caller(service, casework.v1.DeskServiceService);
  }

  /** Moves the city's time on, and waits until this service has noticed. */
  async pass(days: number, service: Running): Promise<void> {
    const now = await moveClock(mongoUrl, this.servers.prefix, days * dayMs);
    await until('the clock has moved', () => service.app.clock.now().getTime() >= now.getTime() - dayMs / 2);
  }

  async close(): Promise<void> {
    for (const connection of this.connections) connection.close();
    await Promise.all(this.running.map((service) => service.stop()));
    await Promise.all(this.standIns.map((server) => server.stop(100)));
    await this.telling.close();
    await this.servers.close();
  }
}

const addressOf = (service: Running): string => `127.0.0.1:${service.grpcPort}`;
