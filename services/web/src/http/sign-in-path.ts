/** The sign-in URL that returns to `here`. */
export const signInPath = (here: string): string => `/auth/sign-in?return=${encodeURIComponent(here)}`;
