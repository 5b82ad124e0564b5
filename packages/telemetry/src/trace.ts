import { type Context, type Span, SpanKind, SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';
import { tracerNow } from './scope';

export { SpanKind };

/** The context of a `traceparent` header, or the current one. */
export const contextOf = (traceparent: string | undefined): Context =>
  traceparent ? propagation.extract(context.active(), { traceparent }) : context.active();

/** The `traceparent` of a context, to be stored with its effects; `fallback` when tracing is off. */
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

/**
 * Starts a new trace with a link to the one of `traceparent`. A timeout fires weeks after the trace that set it, and no
 * viewer shows a trace that long. With tracing off the old `traceparent` is passed on.
 */
export function startLinkedTrace(
  name: string,
  traceparent: string | undefined,
  attributes: Record<string, string | number>,
): Traced {
  const linked = traceparent && trace.getSpanContext(contextOf(traceparent));
  const links = linked ? [{ context: linked }] : [];
  const span = tracerNow().startSpan(name, { kind: SpanKind.INTERNAL, attributes, links, root: true });
  const inside = trace.setSpan(context.active(), span);
  return { span, context: inside, traceparent: traceparentOf(inside, traceparent) };
}

/** Starts a span as a child of `traceparent`; attributes must not hold personal data. */
export function startSpan(
  name: string,
  kind: SpanKind,
  traceparent: string | undefined,
  attributes: Record<string, string | number>,
): Traced {
  const parent = contextOf(traceparent);
  const span = tracerNow().startSpan(name, { kind, attributes }, parent);
  const inside = trace.setSpan(parent, span);
  return { span, context: inside, traceparent: traceparentOf(inside, traceparent) };
}

export function endSpan(span: Span, error?: unknown): void {
  if (error !== undefined)
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
  span.end();
}
