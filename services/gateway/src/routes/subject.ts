import type { CallOptions } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import type { applications } from '@lianban/protos';
import type { z } from 'zod';
import type { Ports } from '../ports';
import type { about } from '../schemas/about';
import { registeredOf } from './registered';

/**
 * Whom an application is about, with what the register says of them and how it relates them to the applicant. Of somebody it does
 * not know, it says no relation: whether an id is anybody's, nobody learns here.
 */
export async function subjectOf(
  of: z.output<typeof about> | undefined,
  applicant: string,
  ports: Pick<Ports, 'residents'>,
  call: CallOptions,
): Promise<{ readonly subject?: applications.v1.Subject }> {
  if (!of) return {};
  const { kind, residentId = '' } = of;
  const nobody = { kind, residentId, relation: '', registered: undefined };
  if (kind === 'newborn') return { subject: { ...nobody, residentId: '' } };
  const [registered, relation] = await Promise.all([
    registeredOf(residentId, ports, call),
    ports.residents.getRelation({ personId: applicant, residentId }, call),
  ]);
  if (registered === undefined || isRefusal(registered) || isRefusal(relation)) return { subject: nobody };
  return { subject: { kind, residentId, relation: relation.guardian ? 'guardian' : relation.kind, registered } };
}
