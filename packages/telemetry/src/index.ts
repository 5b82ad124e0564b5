export { logFieldTable } from './log-field-table';
export { type Log, createLog, withoutPersonalNumbers } from './log';
export { type Metric, metricTable, prometheusName } from './metric-table';
export { counters, gatewayCounters, histograms, noticeCounters, observe } from './metrics';
export { KEY_ATTRIBUTE, type SpanSort, spanTable } from './span-table';
export { serviceNow } from './scope';
export { startTelemetry } from './start';
export { SpanKind, type Traced, endSpan, startLinkedTrace, startSpan } from './trace';
