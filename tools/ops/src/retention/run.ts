import { randomUUID } from 'node:crypto';
import { type RetentionTable, ruleFor } from '@lianban/manifest';
import type { CityInspector } from '../inspect/city';
import { type RetentionRun, hashOf } from '../inspect/retention-ledger';
import { type CommandResult, table as rowsOf } from '../output';
import type { OperatorDecision } from '@lianban/operations';
import { Problem } from '../problem';
import { dueOf, mandateDue } from './due';
import { type Prove, casesOf, eraseDue, storeOf } from './erase';

const atOnce = 200;
const dayMs = 24 * 60 * 60 * 1000;

interface Line {
  readonly service: string;
  readonly collection: string;
  readonly item: string;
  readonly law: string;
}

/** Counts by service, collection, item and law; and what is kept although it has ended long ago, by why. */
class Counts {
  private readonly lines = new Map<string, Line & { due: number }>();
  readonly kept: Record<string, number> = {};
  add(line: Line): void {
    const key = JSON.stringify(line);
    const known = this.lines.get(key) ?? { ...line, due: 0 };
    known.due += 1;
    this.lines.set(key, known);
  }
  keep(why: string): void {
    this.kept[why] = (this.kept[why] ?? 0) + 1;
  }
  rows() {
    return [...this.lines.values()];
  }
}

/**
 * Counts what is past its retention and, with `why`, erases it. A run that was interrupted goes on, by the table and the moment it began with.
 * @throws Problem "other-table" when an interrupted run had another table
 */
export async function retention(
  city: CityInspector,
  table: RetentionTable,
  why: OperatorDecision | undefined,
): Promise<CommandResult> {
  const store = storeOf(city, 'applications');
  const run = why && (await runFor(city, table, why));
  const asOf = run?.asOf ?? city.now();
  const held = new Set((await store.ledger.holds()).map(({ _id }) => _id));
  const counts = new Counts();
  const prove: Prove | undefined = run && ((proof) => store.ledger.prove({ run: run._id, at: city.now(), ...proof }));
  const terms = { table, asOf, isHeld: (id: string) => held.has(id) };
  await applicationsPart(city, terms, counts, prove);
  await mandatesPart(city, terms, counts, prove);
  if (run) await store.ledger.finish(run._id, city.now());
  return told(city, table, counts, run);
}

async function runFor(city: CityInspector, { version }: RetentionTable, why: OperatorDecision): Promise<RetentionRun> {
  const store = storeOf(city, 'applications');
  const open = await store.ledger.openRun();
  if (open && open.table !== version)
    throw new Problem(
      'other-table',
      `a run by the table ${open.table} was interrupted: give that table with --table to finish it first`,
    );
  const run = open ?? { _id: randomUUID(), table: version, asOf: city.now(), ...why, startedAt: city.now() };
  await store.record({ action: 'erase', topic: '', key: run._id, at: new Date(), ...why });
  if (!open) await store.ledger.begin(run);
  return run;
}

interface Terms {
  readonly table: RetentionTable;
  readonly asOf: Date;
  readonly isHeld: (id: string) => boolean;
}

/** Every document that `page` gives, `atOnce` at a time, in the order of their ids. */
async function* oneByOne<D extends { readonly _id: string }>(page: (after: string) => Promise<readonly D[]>) {
  for (let after = ''; ;) {
    const some = await page(after);
    yield* some;
    const last = some.at(-1);
    if (!last || some.length < atOnce) return;
    after = last._id;
  }
}

async function applicationsPart(city: CityInspector, terms: Terms, counts: Counts, prove: Prove | undefined) {
  const days = terms.table.rules.filter(({ collection }) => collection !== 'mandates').map((rule) => rule.days);
  if (days.length === 0) return;
  const endedBefore = new Date(terms.asOf.getTime() - Math.min(...days) * dayMs);
  const { retention: applications } = storeOf(city, 'applications');
  for await (const application of oneByOne((after) => applications.endedApplications(after, endedBefore, atOnce))) {
    const cases = await casesOf(city, application._id);
    const due = dueOf(application, cases, terms);
    if (due.kept) counts.keep(due.kept);
    for (const { found, rule } of due.cases)
      counts.add({ service: found.service, collection: 'cases', item: found.item, law: rule.law });
    if (due.application)
      counts.add({ service: 'applications', collection: 'applications', item: '', law: due.application.law });
    if (prove) await eraseDue(city, application, cases, due, prove);
  }
}

async function mandatesPart(city: CityInspector, terms: Terms, counts: Counts, prove: Prove | undefined) {
  const least = ruleFor(terms.table, 'mandates');
  if (!least) return;
  const endedBefore = new Date(terms.asOf.getTime() - least.days * dayMs);
  const { retention: residents } = storeOf(city, 'residents');
  for await (const mandate of oneByOne((after) => residents.endedMandates(after, endedBefore, atOnce))) {
    const rule = mandateDue(mandate, terms);
    if (!rule) {
      counts.keep('held');
      continue;
    }
    counts.add({ service: 'residents', collection: 'mandates', item: '', law: rule.law });
    if (!prove) continue;
    const proof = { hash: hashOf('mandates', mandate._id), collection: 'mandates', law: rule.law };
    await prove({ ...proof, erased: {} });
    await prove({ ...proof, erased: { mandates: await residents.erase('mandates', mandate) } });
  }
}

async function told(
  city: CityInspector,
  { version }: RetentionTable,
  counts: Counts,
  run: RetentionRun | undefined,
): Promise<CommandResult> {
  const due = counts.rows();
  const proofs = run ? await storeOf(city, 'applications').ledger.proofs({ run: run._id }) : [];
  const erased: Record<string, number> = {};
  for (const proof of proofs)
    for (const [name, n] of Object.entries(proof.erased)) erased[name] = (erased[name] ?? 0) + n;
  const kept = Object.entries(counts.kept).map(([why, n]) => `kept although old enough, ${why}: ${n}`);
  const lines = [
    `table ${version}`,
    ...(due.length === 0 ? ['nothing is due'] : rowsOf(due.map((each) => ({ ...each })))),
    ...kept,
    ...(run
      ? [
          `run ${run._id}: ${proofs.length} proofs`,
          ...Object.entries(erased).map(([name, n]) => `erased ${name}: ${n}`),
        ]
      : ['a dry run: nothing was erased']),
  ];
  return { data: { table: version, due, kept: counts.kept, run: run?._id, erased: run && erased }, lines };
}
