import { readFileSync } from 'node:fs';
import { z } from 'zod';

const officers = z.array(
  z.strictObject({
    id: z.string().regex(/^[\w.-]{1,64}$/),
    name: z.string().trim().min(1).max(100),
    department: z.string().min(1),
    district: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
);

/** Who works where, as the city's staff list says: by it colleagues are named, and chosen when a case is handed to one. */
export type StaffList = z.output<typeof officers>;

/**
 * The staff list from `text`: a JSON array, or the path of a file holding one.
 * @throws with what is wrong and where
 */
export function readStaffList(text: string): StaffList {
  const json = text.trimStart().startsWith('[') ? text : readFileSync(text, 'utf8');
  const parsed = officers.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}
