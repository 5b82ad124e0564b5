/** The only use of process.env. All other code gets the parsed settings. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;
