/** Small choices of the officer, kept in this browser. A browser that keeps nothing starts from the defaults each time. */
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
