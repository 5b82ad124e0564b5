/** As many digits as a measurement is worth. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

/** A number as JSON can hold it: an endless wait, and one that was not measured, are null. */
export const told = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : rounded(value);
