import { SpanKind, endSpan, startSpan } from '@lianban/telemetry';

const form = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** What is read of a request. */
interface Asked {
  readonly method: string;
  get(header: string): string | undefined;
}

export interface Trace {
  /** For what this request causes. */
  readonly traceparent: string | undefined;
  end(error?: unknown): void;
}

/** The caller's trace (W3C Trace Context) goes on or, when it sends none that is well-formed, one begins here. */
export function traceOf(req: Asked, route: string): Trace {
  const given = req.get('traceparent');
  const parent = given && form.test(given) ? given : undefined;
  const attributes = { 'http.request.method': req.method, 'http.route': route };
  const { span, traceparent } = startSpan(`${req.method} ${route}`, SpanKind.SERVER, parent, attributes);
  return { traceparent, end: (error) => endSpan(span, error) };
}
