/**
 * NUMBER/STEP: what is said of a step of an application. What hangs on a step, as the entitlement it granted, and the news
 * of an application have subjects of their own, which neither an application nor a reader of its steps counts.
 */
export const isOfStep = (subject: string): boolean => /^[^/]+\/[a-z][^/]*$/.test(subject);
