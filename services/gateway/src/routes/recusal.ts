import { CallFailed, type CallOptions } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { casework } from '@lianban/protos';
import type { Ports } from '../ports';
import type { Relation } from '../schemas/case';

type Concerned = Pick<casework.v1.Case, 'residentId' | 'filedBy'>;

/** Why somebody stays out of a case 回避: the case itself says who applied, the register who lives with whom, and who acts for whom. */
export async function relationTo(
  person: string,
  { residentId, filedBy }: Concerned,
  { residents }: Pick<Ports, 'residents'>,
  call: CallOptions,
): Promise<Relation | undefined | Refusal> {
  if (person === residentId) return 'self';
  if (filedBy.includes(person)) return 'filed';
  try {
    const found = await residents.getRelation({ personId: person, residentId }, call);
    if (isRefusal(found)) return found;
    return found.kind === '' ? undefined : (found.kind as Relation);
  } catch (error) {
    // A residents service of the previous release knows no relations: it goes on as it did.
    if (error instanceof CallFailed && error.code === 'UNIMPLEMENTED') return undefined;
    throw error;
  }
}

const inWords: Readonly<Record<Relation, string>> = {
  self: 'You are the person concerned',
  filed: 'You applied or supplemented in the applicant’s name',
  household: 'The person concerned lives in your household',
  mandate: 'A mandate is in force between you and the person concerned',
};

/** @param pointer when it is not the caller who stays out, but somebody they name */
export const conflictOfInterest = (relation: Relation, pointer?: string): Refusal =>
  pointer === undefined
    ? refuse('conflict-of-interest', `${inWords[relation]}: another officer does this.`)
    : refuse('conflict-of-interest', 'This officer must stay out of the case: give it to another one.', pointer);

/** The refusal when `person` must stay out. */
export async function recused(
  person: string,
  of: Concerned,
  ports: Pick<Ports, 'residents'>,
  call: CallOptions,
  pointer?: string,
): Promise<Refusal | undefined> {
  const relation = await relationTo(person, of, ports, call);
  if (relation === undefined || typeof relation !== 'string') return relation;
  return conflictOfInterest(relation, pointer);
}

/** What is left of a case for somebody who must stay out of it: where it stands and who holds it, nothing of the person. */
export const withheld = (of: casework.v1.Case): casework.v1.Case => ({
  ...of,
  answers: {},
  earlier: {},
  known: {},
  materials: [],
  missing: [],
  reason: '',
  facts: {},
  correctionAsk: of.correctionAsk && { ...of.correctionAsk, facts: {} },
  decisionAsk: of.decisionAsk && { ...of.decisionAsk, reason: '', facts: {} },
  grounds: [],
  objections: [],
  dismissedObjections: [],
});
