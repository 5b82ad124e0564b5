import type { TestCity } from '../../src/city';
import { type ReadRecord, eachRecord } from '../../src/topics';
import { asyncApiAudit } from './asyncapi';
import { allPublished, documentFaults, parkedKeys } from './document-audit';
import { RecordAudit } from './record-audit';

/**
 * Compares all topics and documents of a city at rest. `faults` must be empty, whatever faults were injected before.
 * @param isForeign records that no service of the city wrote
 */
export async function auditOf(
  city: TestCity,
  isForeign: (record: ReadRecord) => boolean = () => false,
): Promise<{ audit: RecordAudit; faults: string[] }> {
  await allPublished(city);
  const audit = new RecordAudit();
  const description = asyncApiAudit(city.prefix);
  await eachRecord(city.brokers, city.topics, (record) => {
    if (isForeign(record)) return;
    description.see(record);
    // Records of residents have the resident as subject and belong to no application.
    if (!record.topic.endsWith('residents.v1')) audit.see(record);
  });
  const faults = [
    ...audit.faults,
    ...description.faults(),
    ...(await documentFaults(city, audit)),
    ...(await parkedKeys(city)),
  ];
  return { audit, faults: faults.slice(0, 50) };
}
