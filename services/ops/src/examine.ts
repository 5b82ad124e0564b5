import { setTimeout as pause } from 'node:timers/promises';
import type { CitySurvey } from '@lianban/platform';
import { type Difference, compare } from './compare';
import { gather } from './gather';
import { type Answer, progress, table } from './output';
import { Problem } from './problem';

/** One application: its documents, what is said of it on the topics, who has heard it, and what is missing. */
export async function examine(city: CitySurvey, application: string): Promise<Answer> {
  const { facts, documents } = await gather(city, application);
  if (documents.length === 0 && facts.said.size === 0)
    throw new Problem(`nothing is known of ${application}: no document and no record`);
  const differences = compare(facts);
  const kept = documents.map(({ service, kind, _id, version, status, asks, wakeAt }) => ({
    service,
    document: `${kind} ${_id}`,
    version,
    status: status ?? '',
    questions: asks.map(({ name }) => name).join(', '),
    deadline: wakeAt?.toISOString() ?? '',
  }));
  const said = [...facts.said.values()].map(({ service, subject, last, partition, offset }) => ({
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
  const lines = ['documents', ...table(kept), '', 'topics', ...table(said), '', ...told(differences)];
  return { data: { application, documents: kept, topics: said, differences }, lines, isBad: isBad(differences) };
}

const settlesWithinMs = 10_000;

/** The same for every application. What differs is looked at again, because a living city is never seen at one moment. */
export async function verify(city: CitySurvey): Promise<Answer> {
  const { facts, documents, records } = await gather(city, undefined, progress('records read'));
  const doubtful = new Set(compare(facts).map(({ application }) => application));
  const differences: Difference[] = [];
  const checked = progress('applications looked at again');
  let count = 0;
  for (const application of doubtful) {
    differences.push(...(await lasting(city, application)));
    checked((count += 1));
  }
  const data = { documents: documents.length, records, differences };
  const summary = `${documents.length} documents and ${records} records compared: ${differences.length} differences`;
  return { data, lines: [...told(differences), summary], isBad: isBad(differences) };
}

async function lasting(city: CitySurvey, application: string): Promise<readonly Difference[]> {
  const end = Date.now() + settlesWithinMs;
  for (;;) {
    const found = compare((await gather(city, application)).facts);
    if (!found.some(({ is }) => is === 'under-way') || Date.now() > end) return found;
    await pause(500);
  }
}

const isBad = (differences: readonly Difference[]) => differences.length > 0;
const told = (differences: readonly Difference[]) =>
  differences.length === 0 ? ['nothing is missing'] : table(differences.map((each) => ({ ...each })));
