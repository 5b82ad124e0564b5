import type { CallOptions } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { casework } from '@lianban/protos';
import { Problem } from '../http/problem';
import type { DeskClient, Ports } from '../ports';
import type { Officer } from '../token/identity';
import { recused } from './recusal';

/**
 * The desk of the officer's own department, from the token; a request cannot choose another.
 * @throws Problem 403 when that department is not connected.
 */
export function deskOf({ department }: Officer, { desks }: Ports): DeskClient {
  const desk = Object.hasOwn(desks, department) ? desks[department] : undefined;
  if (desk) return desk;
  throw new Problem(403, 'no-desk', `The department "${department}" of the token has no desk here.`);
}

/** An officer of one district may see its cases, and those without a district. */
export const reaches = ({ district }: { readonly district?: string | undefined }, of: casework.v1.Case): boolean =>
  !district || !of.district || of.district === district;

const notFound = refuse('case-not-found', 'There is no such case at your desk.');

/** The case; "case-not-found" also for another district's, so that its existence is not revealed. */
export async function reachCase(
  officer: Officer,
  id: string,
  ports: Ports,
  call: CallOptions,
): Promise<casework.v1.Case | Refusal> {
  const found = await deskOf(officer, ports).getCase({ id }, call);
  return isRefusal(found) || reaches(officer, found) ? found : notFound;
}

/** The same, for whoever need not stay out of it: "conflict-of-interest" otherwise. */
export async function openCase(
  officer: Officer,
  id: string,
  ports: Ports,
  call: CallOptions,
): Promise<casework.v1.Case | Refusal> {
  const found = await reachCase(officer, id, ports, call);
  return isRefusal(found) ? found : ((await recused(officer.id, found, ports, call)) ?? found);
}
