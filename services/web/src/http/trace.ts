import { SpanKind, endSpan, startSpan } from '@lianban/platform';
import type { Request } from 'express';

const form = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

export interface Trace {
  /** For what this page asks of the API. */
  readonly traceparent: string | undefined;
  end(error?: unknown): void;
}

/** The gateway's trace goes on here, and from here back into the API. */
export function traceOf(req: Request, route: string): Trace {
  const given = req.get('traceparent');
  const parent = given && form.test(given) ? given : undefined;
  const attributes = { 'http.request.method': req.method, 'http.route': route };
  const { span, traceparent } = startSpan(`${req.method} ${route}`, SpanKind.SERVER, parent, attributes);
  return { traceparent, end: (error) => endSpan(span, error) };
}
