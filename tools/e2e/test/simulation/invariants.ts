import { requestTopics } from '@lianban/steps';
import { RecordAudit } from '../harness/record-audit';
import type { SimulatedCity } from './simulated-city';

interface StoredCase {
  readonly _id: string;
  readonly seen: Readonly<Record<string, number>>;
  readonly asks: readonly unknown[];
  readonly state: { readonly ending?: string | null; readonly file: { readonly suppliedAt?: Date } };
}

/** Violations in a history at rest, each with the name of its invariant. */
export function brokenInvariants(city: SimulatedCity): string[] {
  const { submissions, withdrawn, supplements, databases, topics, applied } = city;
  const wrong: string[] = [];
  const stored = databases.get('applications')!;
  const audit = new RecordAudit();
  const checkApplied = (service: string, id: string, source: string, sequence: number) => {
    const [kind] = service === 'applications' ? ['applications'] : ['cases'];
    const seen = databases.get(service)!.get<StoredCase>(kind!, id)?.seen[source] ?? 0;
    if (seen < sequence) wrong.push(`I9 ${service} is past ${source} ${sequence}, and ${id} has seen ${seen}`);
  };

  const asked = [...databases.keys()].map(requestTopics.of);
  const said = (service: string) =>
    [`${service}.v1`, ...(service === requestTopics.ASKER ? asked : [])].flatMap((topic) => topics.records(topic));
  for (const service of databases.keys())
    for (const { topic, key = '', value = Buffer.alloc(0), headers, offset, partition } of said(service)) {
      const [subject, sequence] = [headers['ce_subject']!, Number(headers['ce_sequence'])];
      const type = headers['ce_type']!;
      audit.see({ topic, partition, offset: Number(offset), key, type, subject, sequence, headers, value });
      const to = headers['ce_department'];
      if (service !== 'applications') checkApplied('applications', key, `${service}:${subject}`, sequence);
      else if (to) checkApplied(to, subject, `applications:${subject}`, sequence);
    }
  wrong.push(...audit.faults.map((fault) => `${/twice|given|ended/.test(fault) ? 'I3' : 'I4'} ${fault}`));
  for (const [record, times] of applied) if (times > 1) wrong.push(`I3 ${record} was applied ${times} times`);

  for (const { key, numbers, readable } of submissions) {
    if (numbers.size > 1) wrong.push(`I3 ${key} was given ${[...numbers].join(' and ')}`);
    if (!readable) wrong.push(`I7 ${key} could not be read when it was answered`);
    for (const number of numbers)
      if (!stored.get<StoredCase>('applications', number)?.state.ending)
        wrong.push(`I1 ${number} was answered and has not come to its end`);
  }
  const all = stored.all<StoredCase>('applications');
  if (all.length > submissions.length) wrong.push(`I2 ${all.length} applications of ${submissions.length} requests`);
  for (const { _id, state } of all) {
    const { ending } = state;
    if (ending !== audit.endings.get(_id)) wrong.push(`I6 ${_id} ended ${ending}, on the topic otherwise`);
    const mayBeLate = supplements.some(({ number, confirmed }) => number === _id && !confirmed);
    const asItShould = [
      'completed',
      ...(withdrawn.has(_id) ? ['withdrawn', 'partly-granted'] : []),
      ...(mayBeLate ? ['partly-granted'] : []),
    ];
    if (!asItShould.includes(String(ending))) wrong.push(`I6 ${_id} ended ${ending}`);
  }

  const accepted = new Set(
    databases
      .get('permits')!
      .all<StoredCase>('cases')
      .flatMap(({ _id, state }) => (state.file.suppliedAt ? _id : [])),
  );
  for (const { number, confirmed } of supplements)
    if (confirmed && !withdrawn.has(number) && !accepted.has(`${number}/home-adaptation`))
      wrong.push(`I13 the supplement to ${number} was handed in in time and not accepted`);

  for (const [service, database] of databases) {
    for (const { _id } of database.all('parked')) wrong.push(`I5 ${service} has parked ${_id}`);
    for (const { _id } of database.all('outbox')) wrong.push(`I5 ${service} has left ${_id} unpublished`);
    for (const { _id, asks } of database.all<StoredCase>('cases'))
      if (asks.length > 0) wrong.push(`I5 ${service} ${_id} waits for an answer`);
  }
  return wrong;
}
