export { createLog, withoutPersonalNumbers, type Log } from './log';
export { type Metric, catalogue, prometheusName } from './catalogue';
export { counters, histograms, observe } from './metrics';
export { startTelemetry, type Telemetry } from './start';
export { SpanKind, contextOf, endSpan, startLinkedTrace, startSpan, traceparentOf, type Traced } from './trace';
export { spans, type SpanSort } from './span-catalogue';
export { logFields, type LogField } from './log-catalogue';
