import { randomUUID } from 'node:crypto';
import type { DemoClient } from '../../src/demo/client';
import type { TestCity } from '../../src/city';
import { waitFor } from '../../src/wait-for';
import { allEnded } from '../harness/document-audit';
import { recordEnds } from '../harness/record-ends';
import { fourDepartments } from '../harness/four-departments';
import type { SubmissionLedger } from '../harness/ledger';
import { openLoop } from '../harness/open-loop';

export interface Latencies {
  readonly applications: number;
  /** Milliseconds from each due time to the end, retries included. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Submits applications at a steady rate while `change` runs. Repeats each with its key until it is answered, as
 * residents' browsers do. Resolves when the last one has ended.
 */
export async function latenciesDuring(
  { city, ledger }: { readonly city: TestCity; readonly ledger: SubmissionLedger },
  clients: readonly DemoClient[],
  aSecond: number,
  change: () => Promise<unknown>,
): Promise<Latencies> {
  const ends = await recordEnds(city);
  const due = new Map<string, number>();
  const load = openLoop(aSecond, (n) => {
    const key = randomUUID();
    due.set(key, Date.now());
    return ledger.persist(clients[n % clients.length]!, fourDepartments, key);
  });
  try {
    await change();
  } finally {
    await load.stop();
  }
  await allEnded(city);
  const waits = await waitFor('every end is read', () => {
    const found = [...due].map(([key, since]) => (ends.at.get(ledger.accepted.get(key) ?? '') ?? NaN) - since);
    return found.some(Number.isNaN) ? undefined : found;
  });
  await ends.stop();
  const rising = waits.toSorted((a, b) => a - b);
  const at = (share: number) => rising[Math.max(0, Math.ceil(share * rising.length) - 1)] ?? 0;
  return { applications: rising.length, p50: at(0.5), p99: at(0.99) };
}
