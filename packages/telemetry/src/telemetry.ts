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
