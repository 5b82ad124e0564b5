import { metrics } from '@opentelemetry/api';
import { type DataPoint, DataPointType, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';

// Nothing is exported by itself: a test reads the figures when its condition has come true.
class ReadWhenAsked extends MetricReader {
  protected override async onForceFlush(): Promise<void> {}
  protected override async onShutdown(): Promise<void> {}
}

/** The figures this process counts from here on. Call it before anything is counted. */
export function figures() {
  const reader = new ReadWhenAsked();
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  const valueOf = async (
    type: DataPointType.SUM | DataPointType.GAUGE,
    name: string,
    labels: Record<string, string>,
  ): Promise<number> => {
    const { resourceMetrics } = await reader.collect();
    const wanted = Object.entries(labels);
    const found = resourceMetrics.scopeMetrics
      .flatMap((scope) => scope.metrics)
      .find(({ descriptor, dataPointType }) => descriptor.name === name && dataPointType === type);
    const points = (found?.dataPoints ?? []) as readonly DataPoint<number>[];
    return points.find(({ attributes }) => wanted.every(([key, value]) => attributes[key] === value))?.value ?? 0;
  };
  return {
    /** What a counter has come to for these labels; 0 when it never counted. */
    countOf: (name: string, labels: Record<string, string>) => valueOf(DataPointType.SUM, name, labels),
    /** What a gauge shows for these labels; 0 when it does not. */
    gaugeOf: (name: string, labels: Record<string, string>) => valueOf(DataPointType.GAUGE, name, labels),
  };
}
