import type { Telemetry, TelemetryConfig } from './telemetry';

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
