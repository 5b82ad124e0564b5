import { type CityPlan, type TestCity, startCity as start } from '../../src/city';
import { type ReadRecord, eachRecord } from '../../src/topics';
import { asyncApiAudit } from './asyncapi';
import { secretsAtRest, secretsExposed } from './secrets';
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
 * data on all of them, in its logs and in its databases.
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
        const named = Math.min(plan.residents, namedResidents);
        expect(await secretsExposed(city, named, isForeign)).toEqual([]);
        // What is written in the clear on purpose, and who may look at it: other tests.
        if (plan.env?.DATA_SEALING !== 'off' && !plan.secure) expect(await secretsAtRest(city, named)).toEqual([]);
      } finally {
        await city.stop();
      }
    },
  };
}
