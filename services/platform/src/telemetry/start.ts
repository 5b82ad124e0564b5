import type { Config } from '../config';

export interface Telemetry {
  flush(): Promise<void>;
}

/**
 * Starts OTLP export of traces and metrics when an endpoint is configured; does nothing otherwise.
 * The SDK is loaded only then, because a service at rest should not pay for what it does not use.
 */
export async function startTelemetry(service: string, config: Config['telemetry']): Promise<Telemetry> {
  if (!config.endpoint) return { flush: async () => undefined };
  const { startSdk } = await import('./sdk.js');
  return startSdk(service, config.endpoint, config.sampleRatio);
}
