/** What the browser keeps for the officer, in localStorage. Without storage each visit starts from the defaults. */
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
  /** Whether this browser keeps anything at all. */
  works(): boolean {
    this.set('probe', '1');
    const found = this.get('probe') === '1';
    this.remove('probe');
    return found;
  },
  remove(name: string): void {
    try {
      window.localStorage.removeItem(`desk.${name}`);
    } catch {
      // Nothing is kept in private browsing.
    }
  },
  /** The names of what is kept that begin so. */
  names(beginning: string): readonly string[] {
    try {
      const all = Object.keys(window.localStorage).filter((each) => each.startsWith(`desk.${beginning}`));
      return all.map((each) => each.slice('desk.'.length));
    } catch {
      return [];
    }
  },
};
