/**
 * Where a new local stack's time begins: Monday 2 March 2026, nine in the morning in Zhengzhou. Limits count working days
 * and a year without a published holiday table is refused, so the demonstration lives in a year that has one.
 */
export const firstDay = new Date('2026-03-02T01:00:00Z');
