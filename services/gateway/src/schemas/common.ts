import type { casework } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { someWords, words } from './words';

/** A timestamp, ISO 8601 in UTC. */
export const moment = z.string().meta({ format: 'date-time' });
/** Beside a date: it was counted beyond the State Council's holiday tables, and is set right when the table is there. */
export const provisional = z
  .literal(true)
  .optional()
  .describe('暂定: counted beyond the published holiday tables, set right when the next one is there');
export const iso = (date: Date | undefined): string | undefined => date?.toISOString();

/** A code of the catalogue: packages, steps, materials, statuses. Codes travel in events, so no ID number may pass for one. */
export const code = z
  .string()
  .regex(/^(?!.*[0-9]{6})[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
  .describe('A code of the catalogue');

/** GB/T 2260: six digits. */
export const district = z
  .string()
  .regex(/^[0-9]{6}$/)
  .describe('Area code of the district (GB/T 2260), six digits');

/** The identity provider's opaque id of a person, never a name. */
export const personId = z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/);

export const reason = someWords(2000);

/** Facts by name. */
export const facts = z.record(z.string(), z.unknown());

export const text = named('Text', z.object({ zh: z.string(), en: z.string() }));
export const textView = (of: { zh: string; en: string } | undefined) => ({ zh: of?.zh ?? '', en: of?.en ?? '' });

export const ground = named(
  'Ground',
  z.object({
    rule: z.string(),
    version: z.string(),
    explanation: z.string().describe('In English'),
    met: z.boolean(),
    code: z.string().optional().describe('Its words are among the grounds of the item, in both languages'),
    facts: z.record(z.string(), z.string()).optional().describe('What stands in the places of these words'),
  }),
);
export const groundView = ({ rule, version, explanation, met, code: of, facts: known }: casework.v1.Ground) => ({
  code: unlessEmpty(of),
  facts: Object.keys(known).length > 0 ? known : undefined,
  rule,
  version,
  explanation,
  met,
});

export const missing = named('Missing', z.strictObject({ code, note: words(500) }));
export const missingView = ({ code: of, note }: casework.v1.Missing) => ({ code: of, note });

export const material = named(
  'Material',
  z.strictObject({
    code,
    grade: z.enum(['A', 'B', 'C', 'D']).describe('Trust grade of a material (国办函〔2016〕108号)'),
    // Too strict for sentences and names; the catalogue knows which references are valid.
    reference: z
      .string()
      .regex(
        /^[A-Za-z0-9_.-]{1,64}$/,
        'is no reference: name an upload (FM…), or the mark under which a counter keeps the paper',
      )
      .describe('Of an upload, or a counter’s mark such as ZY-2026-000123: an id, never its content'),
  }),
);
export const materials = z.array(material).max(50);

const upload = /^(FM[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|promised-online)$/;
/** Materials residents may send. They cannot vouch for a paper: grades A and B are given by whoever saw the original. */
export const heldGrade = z.enum(['C', 'D'], {
  error: 'is C for a copy, or D for a promise: A and B are given at a counter',
});
const heldMaterial = named(
  'HeldMaterial',
  z.strictObject({
    code,
    grade: heldGrade,
    reference: z.string().regex(upload, 'is no upload of yours (FM…), nor promised-online'),
  }),
);
export const heldMaterials = z.array(heldMaterial).max(50);

/** proto3 has no absent text: an empty one is left out of the answer. */
export const unlessEmpty = (value: string): string | undefined => value || undefined;
export const unlessNone = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined);
