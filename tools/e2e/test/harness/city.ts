import { type CityPlan, type TestCity, startCity as start } from '../../src/city';
import { type ReadRecord, eachRecord } from '../../src/topics';
import { asyncApiAudit } from './asyncapi';
import { secretsExposed } from './secrets';
import { unreadableKey } from './topics-of';

export type { TestCity } from '../../src/city';

interface Plan extends CityPlan {
  /** Whether the test itself wrote the record. */
  readonly isForeign?: (record: ReadRecord) => boolean;
}

// Enough to find a field that tells something of people; a pattern of all would take longer than some tests.
const namedResidents = 12;

/**
 * Starts a city that holds every record of its topics against the AsyncAPI document before it stops, and looks for personal
 * data on all of them and in its logs.
 */
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
        expect(await secretsExposed(city, Math.min(plan.residents, namedResidents), isForeign)).toEqual([]);
      } finally {
        await city.stop();
      }
    },
  };
}
