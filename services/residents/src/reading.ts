import type { App } from '@lianban/runtime';
import type { CallContext } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { batchReads } from '@lianban/mongo';
import { looks } from '@lianban/catalogue';
import { householdFields, othersIn } from './domain/concerned';
import type { HouseholdState } from './domain/household';
import { ITSELF, type Purposes } from './domain/legal-basis';
import { type LooksOf, isWorker, notTheirPurpose } from './look';
import type { ReadBasis } from './domain/read';
import type { RegisteredPerson } from './domain/person';
import { type ReadCommand, HOUSEHOLDS, PEOPLE, READS } from './aggregate-types';
import { openVolume } from './volume';

export interface Purpose {
  readonly caseId: string;
  readonly purpose: string;
  readonly department?: string | undefined;
  /** What applications gave a department with the case. */
  readonly capability?: string | undefined;
  /** By what right, where the purpose alone does not say. */
  readonly basis?: ReadBasis;
}

/**
 * Writes down who reads what about whom and why, before anything is handed out. Reading one's own data needs no case.
 * Refused with "read-without-reason" when case or purpose is not named, with "purpose-unknown" when it is none of an officer's.
 */
export type Recorded = (
  residentId: string,
  why: Purpose | undefined,
  fields: readonly string[],
  call: CallContext,
  /** Of the resident, when it was looked up already; null when they have none. */
  household?: HouseholdState | null,
) => Promise<Refusal | undefined>;

interface Rules {
  readonly purposes: () => Purposes;
  readonly looksOf: LooksOf;
}

/** One for a process: its reads are numbered in the order its line takes them. */
export function recorder(app: App, { purposes, looksOf }: Rules): Recorded {
  const nextId = openVolume(app.clock);
  const householdOf = householdReader(app);
  return async (residentId, why, fields, call, household) => {
    const command = readBy(residentId, why, fields, call);
    const no = notTheirPurpose({ ...command, department: command.department }, looksOf);
    if (no) return no;
    // Means are everybody's in the household: whoever lives there sees that they were read.
    const isShared = householdFields(fields).length > 0;
    const known = isShared && household === undefined ? await householdOf(residentId) : (household ?? undefined);
    const concerned = isShared ? othersIn(known, residentId) : [];
    const basis = why?.basis ?? basisOf(command, purposes());
    const whole = { ...command, ...(basis && { basis }), ...(concerned.length > 0 && { concerned }) };
    const done = await app.dispatch(READS, nextId(), whole, { traceparent: call.traceparent });
    return isRefusal(done) ? done : undefined;
  };
}

function readBy(
  residentId: string,
  why: Purpose | undefined,
  fields: readonly string[],
  call: CallContext,
): ReadCommand {
  const own = call.onBehalfOf === `resident:${residentId}`;
  return {
    type: 'RecordRead',
    residentId,
    reader: own || isWorker(call.onBehalfOf) ? call.onBehalfOf! : call.caller,
    ...(why?.department && { department: why.department }),
    caseId: why?.caseId || (own ? 'own' : ''),
    purpose: why?.purpose || (own ? 'own-data' : ''),
    fields,
  };
}

function basisOf({ reader, residentId, purpose }: ReadCommand, purposes: Purposes): ReadBasis | undefined {
  if (reader === `resident:${residentId}`) return 'own';
  if (reader.startsWith('resident:')) return 'mandate';
  return isWorker(reader) ? looks.purposeOf(purpose)?.basis : ofService(purposes, purpose);
}

/** Of what residents itself tells for a purpose there is one right. */
const ofService = (purposes: Purposes, purpose: string): ReadBasis | undefined =>
  purposes.get(purpose)?.find(({ from }) => from === ITSELF)?.basis;

/** Who is registered with one of these blind indexes of an ID number. */
export async function holderOf(app: App, idIndexes: readonly string[]): Promise<RegisteredPerson | undefined> {
  const filter = { 'state.idIndex': { $in: [...idIndexes] }, 'state.status': 'registered' };
  const [found] = await app.find(PEOPLE, { filter, limit: 1 });
  return found?.state.status === 'registered' ? found.state : undefined;
}

/** The person, or the refusal "resident-not-found". */
export async function personOf(app: App, residentId: string): Promise<RegisteredPerson | Refusal> {
  const found = await app.get(PEOPLE, residentId);
  if (found?.state.status === 'registered') return found.state;
  return refuse('resident-not-found', 'There is no resident with this id: register them first.', '/residentId');
}

export type HouseholdOf = (residentId: string) => Promise<HouseholdState | undefined>;

/** The household somebody lives in; those asked for at the same time are looked up at once. */
export const householdReader = (app: App): HouseholdOf =>
  batchReads(async (residentIds) => {
    const filter = { 'state.members.residentId': { $in: [...residentIds] } };
    const found = await app.find(HOUSEHOLDS, { filter, limit: residentIds.length });
    return new Map(found.flatMap(({ state }) => state.members.map(({ residentId }) => [residentId, state] as const)));
  });
