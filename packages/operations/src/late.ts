/** Due timeouts are handled twice a second: younger ones are about to be. */
const actedOnWithinMs = 5_000;

/** The moment before which a deadline that has not been acted on is late. */
export const lateBefore = (now: Date): Date => new Date(now.getTime() - actedOnWithinMs);
