import type { CityInspector, InspectedService } from '../inspect/city';
import type { EndedApplication } from '../inspect/retention';
import { type Proof, hashOf } from '../inspect/retention-ledger';
import type { CaseAt, Due, DueCase } from './due';

export type Prove = (proof: Omit<Proof, 'run' | 'at'>) => Promise<void>;

const isUpload = (reference: string): boolean => reference.startsWith('FM');

/**
 * Erases what of an application is due: what belongs to a document before the document, so that an interrupted run finds it again and
 * goes on. What was changed since it was looked at stays.
 */
export async function eraseDue(
  city: CityInspector,
  application: EndedApplication,
  all: readonly CaseAt[],
  due: Due,
  prove: Prove,
): Promise<void> {
  const applications = storeOf(city, 'applications');
  const going = new Set(due.cases.map(({ found }) => found));
  const staying = all.filter((each) => !going.has(each)).flatMap(({ references }) => references);
  const named = await namedElsewhere(city, application, due);
  const eraseUploads = async (references: readonly string[]): Promise<number> => {
    let erased = 0;
    for (const reference of new Set(references))
      if (isUpload(reference) && !staying.includes(reference) && !named.has(reference))
        erased += await applications.retention.eraseUpload(reference);
    return erased;
  };

  for (const each of due.cases) await eraseCase(city, each, eraseUploads, prove);
  if (!due.application) return;
  const { _id } = application;
  const told = { hash: hashOf('applications', _id), collection: 'applications', law: due.application.law };
  await prove({ ...told, erased: {} });
  const uploads = await eraseUploads(application.references);
  const objections = await applications.retention.eraseWhere('objections', 'state.applicationNumber', _id);
  const consents = await storeOf(city, 'residents').retention.eraseWhere(
    'consents',
    'state.residentId',
    application.residentId,
    { 'state.application': _id },
  );
  await prove({ ...told, erased: { uploads, objections, consents } });
  await prove({ ...told, erased: { applications: await applications.retention.erase('applications', application) } });
}

async function eraseCase(
  city: CityInspector,
  { found, rule }: DueCase,
  eraseUploads: (references: readonly string[]) => Promise<number>,
  prove: Prove,
): Promise<void> {
  const { retention } = storeOf(city, found.service);
  const told = { hash: hashOf('cases', found._id), collection: 'cases', law: rule.law };
  await prove({ ...told, erased: {} });
  const uploads = await eraseUploads(found.references);
  const notes = await retention.eraseWhere('notes', 'state.caseId', found._id);
  await prove({ ...told, erased: { uploads, notes } });
  await prove({ ...told, erased: { cases: await retention.erase('cases', found) } });
}

/** Papers that other applications of the same person name: a paper is uploaded once and may be handed in again. */
async function namedElsewhere(
  city: CityInspector,
  { _id, residentId, references }: EndedApplication,
  due: Due,
): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  const isAsked = [...references, ...due.cases.flatMap(({ found }) => found.references)].some(isUpload);
  if (!isAsked) return named;
  for (const other of await storeOf(city, 'applications').retention.applicationsOf(residentId)) {
    if (other._id === _id) continue;
    for (const reference of other.references) named.add(reference);
    for (const { references: ofCase } of await casesOf(city, other._id)) for (const each of ofCase) named.add(each);
  }
  return named;
}

/** The cases of an application, at every department. */
export async function casesOf({ services }: CityInspector, application: string): Promise<readonly CaseAt[]> {
  const found = services.map(async ({ name: service, store }) =>
    (await store.retention.casesOf(application)).map((each) => ({ ...each, service })),
  );
  return (await Promise.all(found)).flat();
}

export function storeOf({ services }: CityInspector, name: string): InspectedService['store'] {
  const found = services.find((each) => each.name === name);
  if (!found) throw new Error(`${name} has no topic here`);
  return found.store;
}
