/** Whom an open case waits for; "nobody" once it is closed. */
export type WaitsFor = 'officer' | 'resident' | 'facts' | 'notice' | 'nobody';

/**
 * The case's place in the work of its department: what the desk sorts, filters and counts by, kept in the document so that
 * the database can, by index. Only cases a person has to wait for have one: what a rule decides at once never waits.
 */
export interface WorklistEntry {
  readonly waitsFor: WaitsFor;
  /** "" while nobody holds it. */
  readonly holder: string;
  /** The limit that runs: to accept, to decide, to answer. One that cannot be dated counts as passed. */
  readonly due?: Date;
  /** While the clock stands still: the working days left of the promised limit. */
  readonly left?: number;
  readonly supplemented: boolean;
  readonly closedAt?: Date;
  /** Absent when the limits were never known. */
  readonly onTime?: boolean;
  /** The last change, its author and its kind. */
  readonly changedAt: Date;
  readonly changedBy?: string;
  readonly change: string;
}
