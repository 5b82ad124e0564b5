/**
 * A moment that has come, as the indexes on moments know it: they hold documents that have one, and are used only by a
 * query that says so. Without the type every look would go through the whole collection, twice a second.
 */
export const dueBy = (now: Date) => ({ $type: 'date', $lte: now }) as const;
