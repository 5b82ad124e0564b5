import { setTimeout as pause } from 'node:timers/promises';
import type { CityInspector } from './inspect/city';
import { type Difference, compare } from './compare';
import { type GatherScope, gather } from './gather';
import { type CommandResult, table } from './output';
import { Problem } from './problem';
import { type TimeSpan, applicationsIn } from './applications-in';

/** One application: its documents, its records, which consumers have applied them, and what is missing. */
export async function examine(city: CityInspector, application: string): Promise<CommandResult> {
  const { facts, documents } = await gather(city, { applications: new Set([application]) });
  if (documents.length === 0 && facts.published.size === 0)
    throw new Problem('unknown-application', `nothing is known of ${application}: no document and no record`);
  const differences = compare(facts);
  const kept = documents.map(({ service, kind, _id, version, status, asks, wakeAt }) => ({
    service,
    document: `${kind} ${_id}`,
    version,
    status: status ?? '',
    questions: asks.map(({ name }) => name).join(', '),
    deadline: wakeAt?.toISOString() ?? '',
  }));
  const topics = [...facts.published.values()].map(({ service, subject, last, partition, offset }) => ({
    topic: service,
    subject,
    records: last,
    last: `${partition}/${offset}`,
    outbox: facts.pending.has(`${service} ${subject}`) ? 'yes' : 'no',
    heard: facts
      .listeners(service)
      .flatMap(({ name }) => {
        const applied = facts.seen.get(`${name} ${service}:${subject}`);
        return applied === undefined ? [] : `${name} ${applied}`;
      })
      .join(', '),
  }));
  const lines = ['documents', ...table(kept), '', 'topics', ...table(topics), '', ...told(differences)];
  return { data: { application, documents: kept, topics, differences }, lines, isBad: isBad(differences) };
}

const settlesWithinMs = 10_000;

/**
 * The same check for all applications, or those with records in a time span. Differences are checked again, because a running
 * city cannot be read at one instant.
 */
export async function verify(city: CityInspector, span: TimeSpan = {}): Promise<CommandResult> {
  const isPart = span.from !== undefined || span.to !== undefined;
  const applications = isPart ? await applicationsIn(city, span) : undefined;
  const since = { since: span.from };
  const { facts, documents, records } = await gather(city, { ...since, ...(applications && { applications }) }, true);
  const doubtful = new Set(compare(facts).map((difference) => difference.application));
  const differences = doubtful.size === 0 ? [] : await lasting(city, { ...since, applications: doubtful });
  const counts = { documents: documents.length, records };
  const data = { ...(applications && { keys: applications.size }), ...counts, differences };
  const summary = `${counts.documents} documents and ${records} records compared: ${differences.length} differences`;
  const of = applications ? [`keys (applications or residents) with records in that time: ${applications.size}`] : [];
  return { data, lines: [...told(differences), ...of, summary], isBad: isBad(differences) };
}

async function lasting(city: CityInspector, scope: GatherScope): Promise<readonly Difference[]> {
  const end = Date.now() + settlesWithinMs;
  for (;;) {
    const found = compare((await gather(city, scope)).facts);
    if (!found.some(({ is }) => is === 'under-way') || Date.now() > end) return found;
    await pause(500);
  }
}

const isBad = (differences: readonly Difference[]) => differences.length > 0;
const told = (differences: readonly Difference[]) =>
  differences.length === 0 ? ['nothing is missing'] : table(differences.map((each) => ({ ...each })));
