/** The definition of a metric. */
export interface Metric {
  readonly name: string;
  readonly kind: 'counter' | 'histogram' | 'gauge';
  /** As OpenTelemetry writes units (UCUM). */
  readonly unit: string;
  readonly description: string;
  /** Every attribute its series may have, beside those of the process. None holds personal data. */
  readonly attributes: readonly string[];
  /** The processes that export it: services with a store, those of them that keep the catalogue, count working days or leave something to an operator, the named service, or all. */
  readonly from:
    'stores' | 'catalogues' | 'calendars' | 'applications' | 'notifications' | 'gateway' | 'all' | 'operated';
  /** Upper bounds of a histogram's buckets, in its unit. */
  readonly buckets?: readonly number[];
}

/** A definition whose attributes may be left out. */
export const metric = <const M extends Omit<Metric, 'attributes'> & { attributes?: readonly string[] }>(given: M) => ({
  attributes: [] as readonly string[],
  ...given,
});
