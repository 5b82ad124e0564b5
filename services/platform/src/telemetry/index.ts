export { createLog, withoutPersonalNumbers, type Log } from './log';
export { counters, histograms, observe } from './metrics';
export { startTelemetry, type Telemetry } from './start';
export { SpanKind, contextOf, endSpan, startLinkedTrace, startSpan, traceparentOf, type Traced } from './trace';
