const hourMs = 60 * 60 * 1000;

/** How long one process writes into one segment. */
export const segmentMs = 6 * hourMs;

/**
 * How long after its start a segment is searched for entries that are not sealed. The time after its last write is for
 * commits that were requested and are not done: the database is away, or the process is suspended.
 */
export const searchedForMs = 24 * hourMs;

/** The position of an entry: its segment, which stored blocks call a volume, and its number there. */
export interface SegmentPosition {
  readonly volume: string;
  readonly n: number;
}

/** The ids after `after`, up to and with `to`. */
export interface IdRange {
  readonly after: string;
  readonly to: string;
}

const digits = 10;

/** "20260302T010000": sorts by time. */
const compact = (at: Date): string => at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

/** Sorts before every segment that was begun at `at` or later. */
export const firstSegmentSince = (at: Date): string => `r${compact(at)}`;

/** @param by eight random hexadecimal digits, which tell processes apart */
export const segmentName = (begun: Date, by: string): string => `r${compact(begun)}-${by}`;

export const idOf = ({ volume, n }: SegmentPosition): string => `${volume}.${String(n).padStart(digits, '0')}`;

/** Undefined for an id that is in no segment: of a former release, or forged. */
export function positionOf(id: string): SegmentPosition | undefined {
  const [, volume, n] = /^(r\d{8}T\d{6}-[0-9a-f]{8})\.(\d{10})$/.exec(id) ?? [];
  return volume ? { volume, n: Number(n) } : undefined;
}

/** All ids of segments, and of entries forged to look like one. */
export const allSegments: IdRange = { after: 'r', to: 's' };

/** The ids of a segment after the number `after`, up to and with `to`. */
export const rangeIn = (volume: string, after: number, to: number): IdRange => ({
  after: after === 0 ? volume : idOf({ volume, n: after }),
  to: idOf({ volume, n: to }),
});

/** The parts of `within` that no block seals. @param sealed the last sealed number of each segment */
export function unsealedRanges(within: IdRange, sealed: ReadonlyMap<string, number>): readonly IdRange[] {
  const volumes = [...sealed.keys()].toSorted();
  const afters = [within.after, ...volumes.map((volume) => idOf({ volume, n: sealed.get(volume)! }))];
  return afters.map((after, i) => ({ after, to: volumes[i] ?? within.to }));
}
