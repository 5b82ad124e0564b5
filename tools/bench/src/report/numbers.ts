/** Rounds to significant digits. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

/** A number for JSON: null for Infinity and for what was not measured. */
export const told = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : rounded(value);
