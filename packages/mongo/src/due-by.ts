/**
 * The filter for a date that has passed. The partial indexes on dates hold only documents that have one, and MongoDB uses
 * such an index only for a filter that names the type; otherwise every look would scan the collection, twice a second.
 */
export const dueBy = (now: Date) => ({ $type: 'date', $lte: now }) as const;
