import { type Refusal, isRefusal } from '@lianban/model';
import type { casework } from '@lianban/protos';
import type { RequestContext, RecordedRead, ReadField } from '../http/route';
import type { Ports } from '../ports';
import { openCase } from './desk-reach';

type Case = casework.v1.Case;
type RecordedCaseRequest<B> = RequestContext<'officer' | 'supervisor', 'number' | 'step', unknown, B>;

export const handling = (...fields: readonly ReadField[]): RecordedRead => ({ purpose: 'case-handling', fields });

/** Fields of a whole case. Only those the case holds are recorded: the book of reads must not list data that was never there. */
export const wholeCaseLook = handling(
  'case',
  'answers',
  'earlier-results',
  'means',
  'facts',
  'papers',
  'objections',
  'result',
);

const isSome = (of: object | undefined): boolean => Object.keys(of ?? {}).length > 0;
const holds: Partial<Record<ReadField, (of: Case) => boolean>> = {
  answers: ({ answers }) => isSome(answers),
  'earlier-results': ({ earlier }) => isSome(earlier),
  means: ({ known }) => Object.hasOwn(known ?? {}, 'means'),
  facts: ({ known }) => Object.keys(known ?? {}).some((name) => name !== 'means'),
  papers: ({ materials }) => materials.length > 0,
  objections: ({ objections, dismissedObjections }) => objections.length + dismissedObjections.length > 0,
  result: ({ facts, grounds }) => isSome(facts) || grounds.length > 0,
};

/**
 * Opens the case in the path, when the officer may see it, and records the read. When the read cannot be recorded the request
 * is refused: nothing is shown and, on a route that changes the case, nothing is done.
 */
export async function lookInto<B>(context: RecordedCaseRequest<B>, ports: Ports): Promise<Case | Refusal> {
  const { who, path, call } = context;
  const found = await openCase(who, `${path.number}/${path.step}`, ports, call);
  if (isRefusal(found)) return found;
  return (await recordLook(found, context, ports)) ?? found;
}

/** @throws Error when the route declares no `shows` */
export async function recordLook<B>(
  found: Case,
  { who: { department }, shows, call }: RecordedCaseRequest<B>,
  { residents }: Ports,
): Promise<Refusal | undefined> {
  if (shows === undefined) throw new Error('a route that opens a case says what of it is shown');
  if (typeof shows === 'string') return undefined;
  const fields = shows.fields.filter((field) => holds[field]?.(found) ?? true);
  const purpose = { caseId: found.id, purpose: shows.purpose, department };
  const noted = await residents.recordRead({ residentId: found.residentId, purpose, fields }, call);
  return isRefusal(noted) ? noted : undefined;
}
