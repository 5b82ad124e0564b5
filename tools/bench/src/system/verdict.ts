import { applications, casework } from '@lianban/protos';
import { requestTopics } from '@lianban/steps';
import { MongoClient } from 'mongodb';
import type { ApplicantsLedger } from '../load/ledger';
import type { BenchServers } from '../machine/servers';
import { eventually } from '../wait';
import { TopicAudit, readAll } from './audit';

/** The audit of I1 to I5 (docs/reliability.md): ledger, topics and documents compared. */
export interface InvariantsVerdict {
  readonly applications: number;
  readonly records: number;
  /** One line per violation, with its invariant; empty when all hold. */
  readonly faults: readonly string[];
}

const stepsEach = 4;
const settlesWithinMs = 20_000;

/** Audits a system at rest. @param services those that store documents and publish events */
export async function verdictOf(
  { kafkaBrokers, mongoUrl }: BenchServers,
  prefix: string,
  services: readonly string[],
  ledger: ApplicantsLedger,
): Promise<InvariantsVerdict> {
  const client = await new MongoClient(mongoUrl).connect();
  try {
    const waiting = (name: string) => async () => {
      const counts = services.map((service) => client.db(`${prefix}${service}`).collection(name).countDocuments());
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    };
    const audit = new TopicAudit({
      submitted: applications.v1.ApplicationSubmitted.$type,
      ended: applications.v1.ApplicationEnded.$type,
      decided: casework.v1.StepDecided.$type,
    });
    if (!(await eventually(async () => (await waiting('outbox')()) === 0, settlesWithinMs)))
      audit.fault('I5 an outbox is not empty');
    const parked = await waiting('parked')();
    if (parked > 0) audit.fault(`I5 ${parked} keys are parked`);
    const spoken = services.filter((service) => service !== 'residents');
    const asked = spoken.filter((service) => service !== requestTopics.ASKER).map(requestTopics.of);
    const topics = [...spoken.map((service) => `${service}.v1`), ...asked].map((topic) => prefix + topic);
    await readAll(kafkaBrokers, topics, audit);
    const stored = await client.db(`${prefix}applications`).collection('applications').countDocuments();
    compare(audit, ledger, stored);
    return { applications: audit.submitted.size, records: audit.records, faults: audit.faults };
  } finally {
    await client.close();
  }
}

/** Compares the topics with the ledger. */
export function compare(audit: TopicAudit, { taken, unknown }: ApplicantsLedger, stored: number): void {
  const { submitted, ended, decided } = audit;
  for (const number of taken) if (!ended.has(number)) audit.fault(`I1 ${number} was taken and has not ended`);
  if (new Set(taken).size !== taken.length) audit.fault('I3 one number was given twice');
  const beyond = submitted.size - new Set(taken).size;
  if (beyond > unknown) audit.fault(`I2 ${beyond} more applications than were taken, ${unknown} were never answered`);
  if (stored !== submitted.size) audit.fault(`I2 ${stored} applications are stored, ${submitted.size} announced`);
  if (decided.size !== stepsEach * submitted.size)
    audit.fault(`I3 ${decided.size} decisions on ${submitted.size} applications of ${stepsEach} steps`);
}
