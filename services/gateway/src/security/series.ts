/** So many within so long are a series. */
export interface SeriesLimit {
  readonly most: number;
  readonly withinMs: number;
}

export const refusalsLimit: SeriesLimit = { most: 20, withinMs: 5 * 60_000 };
export const trawlLimit: SeriesLimit = { most: 30, withinMs: 10 * 60_000 };

const mostKeys = 10_000;

/**
 * Counts different things of one key – a person, an address – in a moving window, and says so once when they become a series; again
 * only after the window has emptied. In the memory of this process: several gateways each see their part.
 */
export function seriesWatch({ most, withinMs }: SeriesLimit): (key: string, thing: string, at: number) => boolean {
  const seen = new Map<string, Map<string, number>>();
  const told = new Set<string>();
  return (key, thing, at) => {
    const things = seen.get(key) ?? new Map<string, number>();
    for (const [each, when] of things) if (at - when > withinMs) things.delete(each);
    if (things.size < most) told.delete(key);
    things.set(thing, at);
    // The key that was quiet longest goes first.
    seen.delete(key);
    seen.set(key, things);
    if (seen.size > mostKeys) {
      const [oldest] = seen.keys();
      seen.delete(oldest!);
      told.delete(oldest!);
    }
    if (things.size < most || told.has(key)) return false;
    told.add(key);
    return true;
  };
}
