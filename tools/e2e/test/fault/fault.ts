import type { BreakableStack } from '@lianban/infra';
import { loadServices } from '@lianban/manifest';
import type { TestCity } from '../../src/city';
import type { Wire } from './wire';

/** The target of a fault. */
export interface Breakable {
  readonly city: TestCity;
  readonly stack: BreakableStack;
  /** Between services and servers, on a stack of one broker and one member; none where there are three. */
  readonly wires: {
    readonly mongo?: Wire;
    /** One a broker. */
    readonly kafka: readonly Wire[];
    /** In front of each service's gRPC, by its name. */
    readonly peers: ReadonlyMap<string, Wire>;
  };
}

/**
 * - `one`: one broker, one member of MongoDB, wires everywhere
 * - `three`: three of each, and no wires: the fault is that one of them is away
 * - `clocks`: like `one`, with processes whose clocks are wrong
 * - `small disk`: like `one`, with the servers' data on a file system of 1 GB
 * - `slow disk`: like `one`, with the servers' data on a device whose writes can be held up
 */
export type FaultSite = 'one' | 'three' | 'clocks' | 'small disk' | 'slow disk';

export interface InjectedFault {
  /** As in the list of faults: F1 … */
  readonly id: string;
  readonly name: string;
  readonly at: FaultSite;
  /** Injects the fault and ends it. */
  readonly strike: (on: Breakable) => Promise<void>;
}

const city = loadServices();
export const services = city.map(({ name }) => name);

/** Services that consume topics. */
export const consumers = city.filter(({ hears }) => hears.length > 0).map(({ name }) => name);
