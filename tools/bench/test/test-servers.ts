import { environment } from '@lianban/settings';
import type { BenchServers } from '../src/machine/servers';

/** The servers of the test run, which outlive each test: nothing of them is measured or stopped. */
export const testServers: BenchServers = {
  kafkaBrokers: environment['KAFKA_BROKERS']!,
  mongoUrl: environment['MONGO_URL']!,
  watched: [],
  unseen: [],
  stop: () => Promise.resolve(),
};
