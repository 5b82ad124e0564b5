import { SpanKind, endSpan, startSpan } from '@lianban/telemetry';

const wellFormed = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The parts of a request that are read. */
interface HttpRequest {
  readonly method: string;
  get(header: string): string | undefined;
}

export interface Trace {
  /** For the calls and commands of this request. */
  readonly traceparent: string | undefined;
  end(error?: unknown): void;
}

/** Continues the caller's trace (W3C Trace Context); begins a new one when the header is missing or malformed. */
export function traceOf(req: HttpRequest, route: string): Trace {
  const given = req.get('traceparent');
  const parent = given && wellFormed.test(given) ? given : undefined;
  const attributes = { 'http.request.method': req.method, 'http.route': route };
  const { span, traceparent } = startSpan(`${req.method} ${route}`, SpanKind.SERVER, parent, attributes);
  return { traceparent, end: (error) => endSpan(span, error) };
}
