import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SpanSort } from '@lianban/telemetry';
import { type ProtobufField, fieldsOf } from './protobuf-fields';

/** A span; only the fields tests read. */
export interface ReceivedSpan {
  readonly service: string;
  /** The instance id, which distinguishes the copies of a service. */
  readonly instance: string;
  readonly trace: string;
  readonly name: string;
  readonly kind: SpanSort['kind'];
  /** The names of its attributes, sorted. */
  readonly attributes: readonly string[];
  readonly texts: readonly string[];
}

/** The span kinds of OTLP, from 1 on; the fourth, producer, is not used. */
const kinds: readonly (SpanSort['kind'] | undefined)[] = ['internal', 'server', 'client', undefined, 'consumer'];

/** A collector that stores what it receives: OTLP over HTTP, protobuf. */
export async function openSink() {
  const bodies: { readonly path: string; readonly body: Buffer }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      bodies.push({ path: request.url ?? '', body: Buffer.concat(parts) });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The raw bodies received so far, and their paths: /v1/traces or /v1/metrics. */
    bodies: (): readonly { readonly path: string; readonly body: Buffer }[] => bodies,
    spans: (): ReceivedSpan[] =>
      bodies.filter(({ path }) => path === '/v1/traces').flatMap(({ body }) => spansIn(body)),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const all = (fields: readonly ProtobufField[], number: number): Buffer[] =>
  fields.filter((field) => field.number === number).map(({ bytes }) => bytes);

/** ExportTraceServiceRequest → resource_spans (1) → resource (1) and scope_spans (2) → spans (2). */
function spansIn(body: Buffer): ReceivedSpan[] {
  return all(fieldsOf(body), 1).flatMap((resourceSpans) => {
    const fields = fieldsOf(resourceSpans);
    const [resource] = all(fields, 1).map((sender) => attributes(sender, 1));
    return all(fields, 2)
      .flatMap((scopeSpans) => all(fieldsOf(scopeSpans), 2))
      .map((span) => ({
        service: resource?.get('service.name') ?? '',
        instance: resource?.get('service.instance.id') ?? '',
        trace: all(fieldsOf(span), 1)[0]?.toString('hex') ?? '',
        name: String(all(fieldsOf(span), 5)[0]),
        kind: kinds[(fieldsOf(span).find(({ number }) => number === 6)?.value ?? 1) - 1] ?? 'internal',
        attributes: [...attributes(span, 9).keys()].toSorted(),
        texts: [...attributes(span, 9).values()],
      }));
  });
}

/** KeyValue: key (1), value (2) → AnyValue: string_value (1). */
function attributes(of: Buffer, number: number): Map<string, string> {
  return new Map(
    all(fieldsOf(of), number).map((pair) => {
      const fields = fieldsOf(pair);
      const [value] = all(fields, 2).flatMap((any) => all(fieldsOf(any), 1));
      return [String(all(fields, 1)[0]), String(value ?? '')];
    }),
  );
}
