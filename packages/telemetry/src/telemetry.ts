import type { RequestListener } from 'node:http';

/** The exporters of traces and metrics. */
export interface TelemetryConfig {
  /** Base URL of an OTLP receiver. */
  readonly endpoint?: string | undefined;
  /** The fraction of the traces begun here that is kept: 0 to 1. */
  readonly sampleRatio: number;
  readonly metrics: readonly ('none' | 'otlp' | 'prometheus')[];
}

export interface Telemetry {
  /** Runs `work` for the service: what is measured, logged as fatal or traced in it is the service's. */
  within<T>(work: () => T): T;
  flush(): Promise<void>;
  /** Answers a scrape in Prometheus's text format; absent when Prometheus is not configured. */
  readonly metrics?: RequestListener;
}
