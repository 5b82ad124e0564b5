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

/** The city's staff list: colleagues are shown by its names, and chosen from it when a case is handed over. */
export type StaffList = z.output<typeof officers>;

/**
 * Reads the staff list from `text`: a JSON array, or the path of a file with one.
 * @throws with the fault and its place
 */
export function readStaffList(text: string): StaffList {
  const json = text.trimStart().startsWith('[') ? text : readFileSync(text, 'utf8');
  const parsed = officers.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}
