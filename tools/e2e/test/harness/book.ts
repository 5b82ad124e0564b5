import { readAuditLog, verifyAuditLog } from '@lianban/audit-log';
import type { TestCity } from '../../src/city';
import { waitFor } from '../../src/wait-for';

/**
 * Checks I8 of a city at rest: every read in the book of reads is sealed and unaltered, and every means test has its read in it.
 * Waits until the last read is sealed.
 */
export async function bookFaults(city: TestCity, applications: ReadonlySet<string>): Promise<string[]> {
  const reads = city.collection<{ state: { caseId: string } }>('residents', 'reads');
  const book = readAuditLog(reads, city.collection('residents', 'pages'));
  const { faults } = await waitFor('every read is sealed', async () => {
    const verdict = await verifyAuditLog(book, { isOld: () => false });
    return verdict.waiting === 0 ? verdict : undefined;
  });
  const recorded = new Set<unknown>();
  for await (const { state } of reads.find({}, { projection: { 'state.caseId': 1 } })) recorded.add(state.caseId);
  const unrecorded = [...applications].map((number) => `${number}/relief`).filter((id) => !recorded.has(id));
  return [
    ...faults.map(
      ({ block, entry, what }) => `I8 ${block ? `page ${block} of the book of reads: ` : ''}${entry ?? ''} ${what}`,
    ),
    ...unrecorded.map((id) => `I8 nobody wrote down who read for ${id}`),
  ];
}
