/** Preferences of the officer, in localStorage. Without storage each visit starts from the defaults. */
export const kept = {
  get(name: string): string | undefined {
    try {
      return window.localStorage.getItem(`desk.${name}`) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set(name: string, value: string): void {
    try {
      window.localStorage.setItem(`desk.${name}`, value);
    } catch {
      // Private browsing: the choice holds until the page is closed.
    }
  },
};
