import { z } from 'zod';
import type { Identity } from './identity';

const id = z.string().regex(/^[\w.-]{1,64}$/);
const department = z.string().regex(/^[a-z][a-z-]{0,62}$/);
/** Six digits, GB/T 2260. */
const district = z.string().regex(/^\d{6}$/);
const exp = z.number();

const claims = z.discriminatedUnion('role', [
  z.object({ role: z.literal('resident'), sub: id, exp }),
  z.object({ role: z.enum(['officer', 'supervisor']), sub: id, exp, department, district: district.optional() }),
  z.object({ role: z.literal('operator'), sub: id, exp }),
]);

/** The identity a token's claims describe, or undefined when they describe none. */
export function identityOf(payload: unknown): Identity | undefined {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return undefined;
  const { role, sub, exp: seconds } = parsed.data;
  const expiresAt = new Date(seconds * 1000);
  if (role !== 'officer' && role !== 'supervisor') return { role, id: sub, expiresAt };
  return { role, id: sub, department: parsed.data.department, district: parsed.data.district, expiresAt };
}
