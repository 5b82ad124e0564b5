/** The list an officer came from, so that the next case can be opened from this one. Forgotten with the page. */
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
