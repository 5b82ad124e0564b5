import { hostname } from 'node:os';
import { context, propagation } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace-base';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { pause } from '@lianban/backoff';
import { observeProcess } from './process-gauges';
import { type Scope, inScope } from './scope';
import type { Telemetry, TelemetryConfig } from './telemetry';

const longestFlushMs = 2_000;

/** Starts the OpenTelemetry SDK with OTLP over HTTP and a Prometheus endpoint. */
export function startSdk(service: string, { endpoint, sampleRatio, metrics: exporters }: TelemetryConfig): Telemetry {
  const base = endpoint?.replace(/\/$/, '');
  const resource = resourceFromAttributes({
    'service.name': service,
    'service.namespace': 'lianban',
    // Without it the processes of a service would overwrite each other's metrics in a shared backend.
    'service.instance.id': `${hostname()}/${process.pid}`,
    'host.name': hostname(),
  });
  const tracing = base === undefined ? undefined : startTracing(base, resource, sampleRatio);
  const prometheus = exporters.includes('prometheus')
    ? new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true })
    : undefined;
  const periodic = exporters.includes('otlp')
    ? new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: `${base}/v1/metrics` }),
        exportIntervalMillis: 5000,
      })
    : undefined;
  const metering = new MeterProvider({
    resource,
    readers: [prometheus, periodic].filter((reader) => reader !== undefined),
  });
  const scope: Scope = {
    service,
    meter: metering.getMeter('lianban'),
    ...(tracing && { tracer: tracing.getTracer('lianban') }),
  };
  inScope(scope, observeProcess);
  return {
    within: (work) => inScope(scope, work),
    flush: async () => {
      const flushed = Promise.allSettled([tracing?.forceFlush(), metering.forceFlush()]);
      // A collector that is away must not delay the stop of the service.
      await Promise.race([flushed, pause(longestFlushMs)]);
    },
    ...(prometheus && { metrics: prometheus.getMetricsRequestHandler.bind(prometheus) }),
  };
}

function startTracing(base: string, resource: Resource, sampleRatio: number): NodeTracerProvider {
  const tracing = new NodeTracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampleRatio) }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: `${base}/v1/traces` }), { scheduledDelayMillis: 1000 }),
    ],
  });
  // Of the process: the first service in it sets them, and those of the others are refused.
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  return tracing;
}
