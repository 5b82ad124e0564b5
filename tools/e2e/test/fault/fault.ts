import type { BreakableStack } from '@lianban/infra';
import { loadServices } from '@lianban/manifest';
import type { TestCity } from '../../src/city';
import type { TcpProxy } from './tcp-proxy';

/** The target of a fault. */
export interface Breakable {
  readonly city: TestCity;
  readonly stack: BreakableStack;
  /** The proxies between services and servers, on a stack of one broker and one member of MongoDB; none where there are three. */
  readonly proxies: {
    readonly mongo?: TcpProxy;
    /** One for each broker. */
    readonly kafka: readonly TcpProxy[];
    /** The proxy in front of each service's gRPC port, by the service's name. */
    readonly peers: ReadonlyMap<string, TcpProxy>;
  };
}

/**
 * - `one`: one broker, one member of MongoDB, proxies everywhere
 * - `three`: three of each, and no proxies: the fault is that one of them is down
 * - `clocks`: like `one`, with processes whose clocks are wrong
 * - `small disk`: like `one`, with the servers' data on a file system of 1 GB
 * - `slow disk`: like `one`, with the servers' data on a device whose writes can be throttled
 */
export type FaultSite = 'one' | 'three' | 'clocks' | 'small disk' | 'slow disk';

export interface InjectedFault {
  /** Id and description, as listed in docs/reliability.md: F1 … */
  readonly id: string;
  readonly name: string;
  readonly at: FaultSite;
  /** Injects the fault and ends it. */
  readonly inject: (on: Breakable) => Promise<void>;
}

const city = loadServices();
export const services = city.map(({ name }) => name);

/** Services that consume topics. */
export const consumers = city.filter(({ hears }) => hears.length > 0).map(({ name }) => name);
