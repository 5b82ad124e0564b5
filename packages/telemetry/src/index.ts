export { logFields } from './log-field-table';
export { type Log, createLog, withoutPersonalNumbers } from './log';
export { type Metric, catalogue, prometheusName } from './metric-table';
export { counters, histograms, observe } from './metrics';
export { type SpanSort, spans } from './span-table';
export { startTelemetry } from './start';
export { SpanKind, type Traced, endSpan, startLinkedTrace, startSpan } from './trace';
