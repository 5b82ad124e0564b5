const hourMs = 60 * 60 * 1000;

/** How long one process writes into one volume. */
export const segmentMs = 6 * hourMs;

/**
 * How long after it was begun a volume is still looked into for entries nobody sealed. What is left when its writing has
 * ended is time for a commit that was ordered and not done yet: a server that is away, a process that is asleep.
 */
export const lookedIntoMs = 24 * hourMs;

/** Where an entry stands: its volume, and the number it was given there. */
export interface Place {
  readonly volume: string;
  readonly n: number;
}

/** Ids after one and up to another. */
export interface Range {
  readonly after: string;
  readonly to: string;
}

const digits = 10;

/** "20260302T010000": sorts by time. */
const compact = (at: Date): string => at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

/** Every volume that was begun since sorts behind it. */
export const volumesSince = (at: Date): string => `r${compact(at)}`;

/** @param by eight hexadecimal digits by chance, which tell processes apart */
export const segmentName = (begun: Date, by: string): string => `r${compact(begun)}-${by}`;

export const idOf = ({ volume, n }: Place): string => `${volume}.${String(n).padStart(digits, '0')}`;

/** Undefined for an id that is not a volume's: of a former release, or made up. */
export function placeOf(id: string): Place | undefined {
  const [, volume, n] = /^(r\d{8}T\d{6}-[0-9a-f]{8})\.(\d{10})$/.exec(id) ?? [];
  return volume ? { volume, n: Number(n) } : undefined;
}

/** All ids that volumes, and what pretends to be one, can have. */
export const allSegments: Range = { after: 'r', to: 's' };

/** The part of a volume behind one number, and up to another. */
export const partOf = (volume: string, after: number, to: number): Range => ({
  after: after === 0 ? volume : idOf({ volume, n: after }),
  to: idOf({ volume, n: to }),
});

/** What of `within` lies in no volume up to the number it was sealed to. */
export function outside(within: Range, sealed: ReadonlyMap<string, number>): readonly Range[] {
  const volumes = [...sealed.keys()].toSorted();
  const afters = [within.after, ...volumes.map((volume) => idOf({ volume, n: sealed.get(volume)! }))];
  return afters.map((after, i) => ({ after, to: volumes[i] ?? within.to }));
}
