import type { RequestListener } from 'node:http';

/** Where traces and metrics go. */
export interface TelemetryConfig {
  /** Base URL of an OTLP receiver. */
  readonly endpoint?: string | undefined;
  /** Of the traces that begin here, the part that is kept: 0 to 1. */
  readonly sampleRatio: number;
  readonly metrics: readonly ('none' | 'otlp' | 'prometheus')[];
}

export interface Telemetry {
  flush(): Promise<void>;
  /** Answers a scrape with every metric in Prometheus' text format; absent when nobody is to scrape. */
  readonly metrics?: RequestListener;
}

/**
 * Starts the export of traces and metrics that is configured; does nothing otherwise.
 * The SDK is loaded only then, because a service at rest should not pay for what it does not use.
 */
export async function startTelemetry(service: string, config: TelemetryConfig): Promise<Telemetry> {
  const metrics = config.metrics.filter((exporter) => exporter !== 'none');
  if (!config.endpoint && metrics.length === 0) return { flush: async () => undefined };
  const { startSdk } = await import('./sdk.js');
  return startSdk(service, config);
}
