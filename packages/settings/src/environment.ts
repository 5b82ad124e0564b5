/** The one place that reads the environment. Everything else is handed the parsed config. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;
