import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSource } from '@lianban/catalogue';
import { z } from 'zod';
import { ManifestError } from './read';

/** As long as one may ask for reconsideration (行政复议法 art. 20), or for a person's review: nothing is erased before. */
export const LEAST_DAYS = 60;

const rule = z.strictObject({
  /** Of a service's database. */
  collection: z.enum(['cases', 'applications', 'mandates']),
  /** Of cases alone: what holds for this item, in place of what holds for all. */
  item: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .optional(),
  /** Calendar days from the end of what is kept. */
  days: z.int().min(LEAST_DAYS, `is less than the ${LEAST_DAYS} days in which a decision can be objected to`),
  law: z.string().trim().min(1, 'is empty'),
});
const table = z.strictObject({
  /** With its date. */
  version: z.string().regex(/^[\w-]*\d{4}-\d\d-\d\d$/, 'ends with a date'),
  rules: z.array(rule).superRefine((rules, { addIssue }) => {
    const named = rules.map(({ collection, item = '' }) => `${collection}/${item}`);
    for (const [n, name] of named.entries()) {
      if (named.indexOf(name) < n) addIssue({ code: 'custom', path: [n], message: `${name} has two rules` });
      if (rules[n]!.item !== undefined && rules[n]!.collection !== 'cases')
        addIssue({ code: 'custom', path: [n, 'item'], message: 'only cases are of an item' });
    }
  }),
});

export type RetentionRule = z.output<typeof rule>;
export type RetentionTable = z.output<typeof table>;

const SHIPPED = resolve(__dirname, '..', 'retention.yaml');

/**
 * The table of how long what is kept of persons is kept.
 * @param file of the deployment's own; without it, the one of the project, which is a demonstration
 * @throws ManifestError with everything that is wrong, by line
 */
export function retentionTable(file = SHIPPED): RetentionTable {
  const read = readSource(file, readFileSync(file, 'utf8'), table);
  if (!('value' in read)) throw new ManifestError(read);
  return read.value;
}

/** The rule for a document; undefined where the table sets no end. */
export const ruleFor = (
  { rules }: RetentionTable,
  collection: RetentionRule['collection'],
  item?: string,
): RetentionRule | undefined =>
  rules.find((each) => each.collection === collection && each.item !== undefined && each.item === item) ??
  rules.find((each) => each.collection === collection && each.item === undefined);
