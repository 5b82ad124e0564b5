/** Who asks departments and city services for the steps of applications. */
export const ASKER = 'applications';

/** Where it said what it asks of all of them, until each had a topic of its own. */
export const SHARED = `${ASKER}.v1`;

/** Where it says what it asks of one of them, who alone hears it. */
export const of = (addressee: string): string => `${ASKER}.requests.${addressee}.v1`;
