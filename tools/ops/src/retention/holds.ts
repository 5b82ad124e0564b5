import type { CityInspector } from '../inspect/city';
import { hashOf } from '../inspect/retention-ledger';
import { type CommandResult, table } from '../output';
import type { OperatorDecision } from '@lianban/operations';
import { Problem } from '../problem';
import { storeOf } from './erase';

/** What is held, since when and why. */
export async function holdList(city: CityInspector): Promise<CommandResult> {
  const holds = await storeOf(city, 'applications').ledger.holds();
  const rows = holds.map(({ _id: id, at, operator, reason }) => ({ id, since: at.toISOString(), operator, reason }));
  return { data: rows, lines: rows.length === 0 ? ['nothing is held'] : table(rows) };
}

/** Nothing of an application, a mandate or a person is erased until it is released. */
export async function hold(city: CityInspector, id: string, why: OperatorDecision): Promise<CommandResult> {
  const store = storeOf(city, 'applications');
  await store.record({ action: 'hold', topic: '', key: id, at: new Date(), ...why });
  await store.ledger.hold({ _id: id, at: city.now(), ...why });
  return { data: { id }, lines: [`${id} is held`] };
}

/** @throws Problem "not-held" */
export async function release(city: CityInspector, id: string, why: OperatorDecision): Promise<CommandResult> {
  const store = storeOf(city, 'applications');
  if (!(await store.ledger.holds()).some(({ _id }) => _id === id)) throw new Problem('not-held', `${id} is not held`);
  await store.record({ action: 'release-hold', topic: '', key: id, at: new Date(), ...why });
  await store.ledger.release(id);
  return { data: { id }, lines: [`${id} is released`] };
}

/** Whether something was erased: an application, a case (NUMBER/STEP) or a mandate, by its id. */
export async function proofOf(city: CityInspector, id: string): Promise<CommandResult> {
  const hashes = ['applications', 'cases', 'mandates'].map((collection) => hashOf(collection, id));
  const proofs = await storeOf(city, 'applications').ledger.proofs({ hashes });
  const rows = proofs.map(({ collection, law, at, run, erased }) => ({
    ...{ collection, at: at.toISOString(), law, run },
    erased: Object.entries(erased)
      .map(([name, n]) => `${name} ${n}`)
      .join(', '),
  }));
  return { data: proofs, lines: rows.length === 0 ? ['nothing of this id was erased'] : table(rows) };
}
