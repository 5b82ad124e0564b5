import { z } from 'zod';
import { type Identity, type OfficerScope, scopes } from './identity';

const id = z.string().regex(/^[\w.-]{1,64}$/);
const department = z.string().regex(/^[a-z][a-z-]{0,62}$/);
/** Six digits, GB/T 2260. */
const district = z.string().regex(/^\d{6}$/);
const exp = z.number();
/** How and when somebody proved who they are, as far as the issuer says it (RFC 9470). */
const proof = {
  acr: z.string().min(1).max(255).optional().catch(undefined),
  auth_time: z.number().optional().catch(undefined),
};
/** A list, or words separated by spaces. Scopes unknown here are ignored. */
export const scopesClaim = z
  .union([z.string().transform((text) => text.split(' ')), z.array(z.string())])
  .default([])
  .transform((said): OfficerScope[] => scopes.filter((scope) => said.includes(scope)));

const claims = z.discriminatedUnion('role', [
  z.object({ role: z.literal('resident'), sub: id, exp, ...proof }),
  z.object({
    role: z.enum(['officer', 'supervisor']),
    sub: id,
    exp,
    ...proof,
    department,
    district: district.optional(),
    scopes: scopesClaim,
  }),
  z.object({ role: z.literal('operator'), sub: id, exp, ...proof }),
]);

/** The identity in a token's claims, or undefined when they describe none. */
export function identityOf(payload: unknown): Identity | undefined {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return undefined;
  const { role, sub, exp: seconds, acr, auth_time: signedInAt } = parsed.data;
  const how = { ...(acr !== undefined && { acr }), ...(signedInAt !== undefined && { signedInAt }) };
  const expiresAt = new Date(seconds * 1000);
  if (role !== 'officer' && role !== 'supervisor') return { role, id: sub, expiresAt, ...how };
  const { department: at, district: area, scopes: given } = parsed.data;
  return { role, id: sub, department: at, district: area, scopes: given, expiresAt, ...how };
}
