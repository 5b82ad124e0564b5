/** A notice as carriers know it, and receipts name it: without the slash, which addresses of mail and paths do not bear. */
export const messageIdOf = (noticeId: string): string => noticeId.replace('/', '.');

/** The hash behind the last dot has none itself; the application's number may. */
export const noticeIdIn = (messageId: string): string => messageId.replace(/\.(?=[0-9a-f]{32}$)/, '/');
