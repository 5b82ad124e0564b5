import { type Context, type Span, SpanKind, SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';

export { SpanKind };

const tracer = () => trace.getTracer('lianban');

/** The context a `traceparent` header names, or the current one. */
export const contextOf = (traceparent: string | undefined): Context =>
  traceparent ? propagation.extract(context.active(), { traceparent }) : context.active();

/** The `traceparent` of a context, to be stored with what it caused; `fallback` when nothing records. */
export function traceparentOf(from: Context, fallback?: string): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(from, carrier);
  return carrier['traceparent'] ?? fallback;
}

export interface Traced {
  readonly span: Span;
  readonly context: Context;
  readonly traceparent: string | undefined;
}

/** Starts a span as a child of `traceparent`; attributes must not hold personal data. */
export function startSpan(
  name: string,
  kind: SpanKind,
  traceparent: string | undefined,
  attributes: Record<string, string | number>,
): Traced {
  const parent = contextOf(traceparent);
  const span = tracer().startSpan(name, { kind, attributes }, parent);
  const inside = trace.setSpan(parent, span);
  return { span, context: inside, traceparent: traceparentOf(inside, traceparent) };
}

export function endSpan(span: Span, error?: unknown): void {
  if (error !== undefined)
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
  span.end();
}
