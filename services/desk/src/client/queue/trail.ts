/** The list an officer came from, to open the next case from the current one. Kept in memory only. */
let trail: { readonly ids: readonly string[]; readonly address: string } = { ids: [], address: '' };

export const remember = (ids: readonly string[], address: string): void => {
  trail = { ids, address };
};

export interface Neighbours {
  readonly previous: string | undefined;
  readonly next: string | undefined;
  /** The list itself. */
  readonly back: string;
}

export const neighboursOf = (id: string): Neighbours => {
  const place = trail.ids.indexOf(id);
  return {
    previous: place > 0 ? trail.ids[place - 1] : undefined,
    next: place >= 0 ? trail.ids[place + 1] : undefined,
    back: trail.address ? `/?${trail.address}` : '/',
  };
};
