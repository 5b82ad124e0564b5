/**
 * Settings of a city that is new, where nobody has requests to read on the topic that all shared. Services by themselves say
 * and hear there, so that an upgrade loses none.
 */
export const ownRequestTopics = { REQUESTS_SAID_ON: 'own', REQUESTS_HEARD_ON: 'own' } as const;
