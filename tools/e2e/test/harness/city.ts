import { type CityPlan, type TestCity, startCity as start } from '../../src/city';
import { type ReadRecord, eachRecord } from '../../src/topics';
import { asyncApiAudit } from './asyncapi';
import { unreadableKey } from './topics-of';

export type { TestCity } from '../../src/city';

interface Plan extends CityPlan {
  /** Whether the test itself wrote the record. */
  readonly isForeign?: (record: ReadRecord) => boolean;
}

/** Starts a city that holds every record of its topics against the AsyncAPI document before it stops. */
export async function startCity({ isForeign = () => false, ...plan }: Plan): Promise<TestCity> {
  const city = await start(plan);
  const undescribed = async (): Promise<string[]> => {
    const { see, faults } = asyncApiAudit(city.prefix);
    const held = (record: ReadRecord) => {
      if (record.key !== unreadableKey && !isForeign(record)) see(record);
    };
    await eachRecord(city.brokers, city.topics, held, city.security);
    return faults();
  };
  return {
    ...city,
    async stop() {
      try {
        expect(await undescribed()).toEqual([]);
      } finally {
        await city.stop();
      }
    },
  };
}
