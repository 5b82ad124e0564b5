/** What is said of a metric. */
export interface Metric {
  readonly name: string;
  readonly kind: 'counter' | 'histogram' | 'gauge';
  /** As OpenTelemetry writes units (UCUM). */
  readonly unit: string;
  readonly description: string;
  /** Every attribute a series of it may carry, beside those of the process. None holds anything personal. */
  readonly attributes: readonly string[];
  /** Where it comes from: services with a store, only the one named, or every process. */
  readonly from: 'stores' | 'applications' | 'gateway' | 'all';
  /** Upper bounds of a histogram's buckets, in its unit. */
  readonly buckets?: readonly number[];
}

/** One without attributes of its own needs not say so. */
export const metric = <const M extends Omit<Metric, 'attributes'> & { attributes?: readonly string[] }>(given: M) => ({
  attributes: [] as readonly string[],
  ...given,
});
