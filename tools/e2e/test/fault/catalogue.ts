import { clockFaults } from './clock-faults';
import { diskFaults } from './disk-faults';
import type { InjectedFault } from './fault';
import { kafkaFaults } from './kafka-faults';
import { mongoFaults } from './mongo-faults';
import { networkFaults } from './network-faults';
import { processFaults } from './process-faults';
import { slowDiskFaults } from './slow-disk';

/** All single faults, grouped by site, so that each site is built once. */
const all = [
  ...processFaults,
  ...kafkaFaults,
  ...mongoFaults,
  ...networkFaults,
  ...clockFaults,
  ...diskFaults,
  ...slowDiskFaults,
];
const sites = ['one', 'three', 'clocks', 'small disk', 'slow disk'] as const;

export const faults: readonly InjectedFault[] = sites.flatMap((site) => all.filter(({ at }) => at === site));
