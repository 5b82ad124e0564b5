/** A date in working days that a later holiday table can move. */
export interface Counted {
  readonly from: Date;
  readonly days: number;
  /** The last moment of the tables it was counted by. */
  readonly after: Date;
}

/** When to look at a step again; null keeps what is known. `counted`: from what, while it lies beyond the holiday tables. */
export interface Due {
  readonly dueAt: Date | null;
  readonly counted?: Counted;
}
