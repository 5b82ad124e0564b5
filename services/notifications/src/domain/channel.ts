/** How somebody is told beside the inbox, which is always. */
export const channels = ['sms', 'mail'] as const;
export type Channel = (typeof channels)[number];
export const isChannel = (word: string): word is Channel => channels.some((each) => each === word);
