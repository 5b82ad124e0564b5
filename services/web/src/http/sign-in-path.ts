/** Signs somebody in anew who is signed in: for what needs a fresh sign-in. */
export const freshSignInPath = (here: string): string => `${signInPath(here)}&fresh=1`;

/** The sign-in URL that returns to `here`. */
export const signInPath = (here: string): string => `/auth/sign-in?return=${encodeURIComponent(here)}`;
