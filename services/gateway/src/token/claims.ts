import { z } from 'zod';
import { type Identity, type OfficerScope, scopes } from './identity';

const id = z.string().regex(/^[\w.-]{1,64}$/);
const department = z.string().regex(/^[a-z][a-z-]{0,62}$/);
/** Six digits, GB/T 2260. */
const district = z.string().regex(/^\d{6}$/);
const exp = z.number();
/** A list, or words separated by spaces. Scopes unknown here are ignored. */
export const scopesClaim = z
  .union([z.string().transform((text) => text.split(' ')), z.array(z.string())])
  .default([])
  .transform((said): OfficerScope[] => scopes.filter((scope) => said.includes(scope)));

const claims = z.discriminatedUnion('role', [
  z.object({ role: z.literal('resident'), sub: id, exp }),
  z.object({
    role: z.enum(['officer', 'supervisor']),
    sub: id,
    exp,
    department,
    district: district.optional(),
    scopes: scopesClaim,
  }),
  z.object({ role: z.literal('operator'), sub: id, exp }),
]);

/** The identity in a token's claims, or undefined when they describe none. */
export function identityOf(payload: unknown): Identity | undefined {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return undefined;
  const { role, sub, exp: seconds } = parsed.data;
  const expiresAt = new Date(seconds * 1000);
  if (role !== 'officer' && role !== 'supervisor') return { role, id: sub, expiresAt };
  const { department: at, district: area, scopes: given } = parsed.data;
  return { role, id: sub, department: at, district: area, scopes: given, expiresAt };
}
