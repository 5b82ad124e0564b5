import type { TestCity } from '../../src/city';
import { waitFor } from '../../src/wait-for';
import type { RecordAudit } from './record-audit';

interface StoredCounters {
  readonly _id: string;
  readonly sent: Readonly<Record<string, number>>;
  readonly seen: Readonly<Record<string, number>>;
  readonly asks: readonly unknown[];
}

interface StoredApplication extends StoredCounters {
  readonly state: {
    readonly ending: string | null;
    readonly steps: Readonly<
      Record<string, { readonly status: string; readonly outcome?: string; readonly takenOverBy?: string }>
    >;
  };
}

interface StoredCase extends StoredCounters {
  readonly state: { readonly status: string };
}

const departmentsOf = ({ services }: TestCity) =>
  services.storing.filter((name) => !['applications', 'residents'].includes(name));

const bookkeeping = { sent: 1, seen: 1, asks: 1 } as const;

/** Compares documents with each other and with the topics; one line per difference. */
export async function documentFaults(city: TestCity, audit: RecordAudit): Promise<string[]> {
  const faults: string[] = [];
  const topic = (service: string) => `${city.prefix}${service}.v1`;
  const checkPublished = (service: string, { _id, sent, asks }: StoredCounters) => {
    for (const [subject, sequence] of Object.entries(sent)) {
      const published = audit.sequenceOf(topic(service), subject);
      if (published !== sequence) faults.push(`${service} ${subject}: document has ${sequence}, topic ${published}`);
    }
    if (asks.length > 0) faults.push(`${service} ${_id}: ${asks.length} requests were never answered`);
  };
  /** Every record addressed to the document's service has been applied. */
  const checkApplied = (service: string, { _id, seen }: StoredCounters) => {
    for (const [source, sequence] of Object.entries(seen)) {
      const [from = '', subject = ''] = source.split(':');
      const published = audit.sequenceOf(topic(from), subject);
      if (published !== sequence)
        faults.push(`${service} ${_id}: applied ${sequence} of ${source}, published are ${published}`);
    }
  };

  let count = 0;
  const applications = city.collection<StoredApplication>('applications', 'applications');
  const fields = { ...bookkeeping, 'state.ending': 1, 'state.steps': 1 };
  for await (const document of applications.find({}, { projection: fields }) as AsyncIterable<StoredApplication>) {
    const { _id, state } = document;
    count += 1;
    checkPublished('applications', document);
    checkApplied('applications', document);
    if (!audit.submitted.has(_id)) faults.push(`${_id} is stored and was never published`);
    const ending = audit.endings.get(_id) ?? null;
    if (state.ending !== ending) faults.push(`${_id}: document ${state.ending}, topic ${ending}`);
    for (const [step, { outcome, takenOverBy }] of Object.entries(state.steps)) {
      // No department published the decision of an operator.
      if (takenOverBy) continue;
      const decision = audit.decisions.get(`${_id}/${step}`);
      const published = decision && (decision.granted ? 'granted' : 'refused');
      if (outcome !== undefined && outcome !== published)
        faults.push(`${_id}/${step}: document ${outcome}, topic ${published}`);
      if (published !== undefined && outcome === undefined) faults.push(`${_id}/${step}: ${published} was not applied`);
    }
  }
  if (count !== audit.submitted.size) faults.push(`${count} applications stored, ${audit.submitted.size} published`);

  for (const department of departmentsOf(city)) {
    const cases = city.collection<StoredCase>(department, 'cases');
    const caseFields = { ...bookkeeping, 'state.status': 1 };
    for await (const document of cases.find({}, { projection: caseFields }) as AsyncIterable<StoredCase>) {
      checkPublished(department, document);
      checkApplied(department, document);
      const isDecided = audit.decisions.has(document._id);
      const { status } = document.state;
      if (isDecided !== ['decided', 'compensated'].includes(status))
        faults.push(`${department} ${document._id}: ${status}, decided on the topic: ${isDecided}`);
    }
  }
  return faults;
}

/** Waits until every application has ended. @throws with the number of those that have not */
export async function allEnded(city: TestCity, withinMs = 120_000): Promise<void> {
  const applications = city.collection('applications', 'applications');
  const look = async () => {
    const open = await applications.countDocuments({ 'state.ending': null });
    if (open > 0) throw new Error(`${open} have not`);
    return true;
  };
  await waitFor('every application has ended', look, withinMs);
}

/** Waits until every outbox is empty. @throws naming the service whose outbox is not */
export async function allPublished(city: TestCity): Promise<void> {
  for (const service of city.services.storing)
    await waitFor(`nothing of ${service} waits to be published`, async () =>
      (await city.collection(service, 'outbox').countDocuments()) === 0 ? true : undefined,
    );
}

/** Parked keys of all services. */
export async function parkedKeys(city: TestCity): Promise<string[]> {
  const found = await Promise.all(
    city.services.storing.map(async (service) =>
      (await city.collection<{ _id: string; reason: string }>(service, 'parked').find().toArray()).map(
        ({ _id, reason }) => `${service} ${_id}: ${reason}`,
      ),
    ),
  );
  return found.flat();
}
