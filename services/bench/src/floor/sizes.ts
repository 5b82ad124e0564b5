/** Bytes of what one application writes and sends. */
export interface Sizes {
  /** BSON of an application and of a department's case. */
  readonly application: number;
  readonly case: number;
  /** A record's key, value and headers. */
  readonly record: number;
}

/** Used until the system's own have been measured in the same run. */
export const usualSizes: Sizes = { application: 1_500, case: 1_000, record: 600 };
