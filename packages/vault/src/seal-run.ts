/** One collection of a service that is sealed, and the last run over it that sealed what was not sealed as it is now. */
export interface SealRun {
  /** The collection; "contents" are the files. Of texts a service seals by itself, see `own`. */
  readonly _id: string;
  /** Which texts of which collection, where it is a run over such. */
  readonly own?: { readonly collection: string; readonly at: readonly string[] };
  /** The key that is sealed under: said by the process that started last. */
  readonly key: string;
  /** Absent until a run was asked for. */
  readonly askedAt?: Date;
  readonly finishedAt?: Date | null;
  readonly stopped?: boolean;
  /** Up to which id everything has been looked at. */
  readonly after?: string;
  readonly looked?: number;
  readonly sealed?: number;
  /** Until when a process is at it. */
  readonly heldUntil?: Date;
}

export const sealRunsName = 'sealing';
export const contentsName = 'contents';

/** What a run that begins now is stored as. */
export const askedRun = (now: Date) => ({
  ...{ askedAt: now, finishedAt: null, stopped: false, after: '', looked: 0, sealed: 0, heldUntil: now },
});
