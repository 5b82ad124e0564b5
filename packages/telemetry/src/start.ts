import { inScope } from './scope';
import type { Telemetry, TelemetryConfig } from './telemetry';

/**
 * Starts the configured exporters of traces and metrics. Without one the SDK is not loaded, which saves memory and start
 * time.
 */
export async function startTelemetry(service: string, config: TelemetryConfig): Promise<Telemetry> {
  const metrics = config.metrics.filter((exporter) => exporter !== 'none');
  if (!config.endpoint && metrics.length === 0)
    return { flush: async () => undefined, within: (work) => inScope({ service }, work) };
  const { startSdk } = await import('./sdk.js');
  return startSdk(service, config);
}
