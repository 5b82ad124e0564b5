import { clockFaults } from './clock-faults';
import { diskFaults } from './disk-faults';
import type { InjectedFault } from './fault';
import { kafkaFaults } from './kafka-faults';
import { mongoFaults } from './mongo-faults';
import { networkFaults } from './network-faults';
import { processFaults } from './process-faults';
import { slowDiskFaults } from './slow-disk';

/** Everything that is broken one thing at a time, in the order in which a place is built once for all of its faults. */
const all = [
  ...processFaults,
  ...kafkaFaults,
  ...mongoFaults,
  ...networkFaults,
  ...clockFaults,
  ...diskFaults,
  ...slowDiskFaults,
];
const places = ['one', 'three', 'clocks', 'small disk', 'slow disk'] as const;

export const faults: readonly InjectedFault[] = places.flatMap((place) => all.filter(({ at }) => at === place));
