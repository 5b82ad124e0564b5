/** Where to sign in, to come back to `here` afterwards. */
export const signInPath = (here: string): string => `/auth/sign-in?return=${encodeURIComponent(here)}`;
