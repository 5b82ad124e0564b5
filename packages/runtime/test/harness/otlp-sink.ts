import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string;
  /** Trace ids of the spans it is linked to. */
  readonly links: readonly string[];
}

/** A collector that keeps what it is sent: OTLP over HTTP in protobuf, of which it reads what the tests look at. */
export async function otlpSink() {
  const spans: SeenSpan[] = [];
  const metrics: { readonly service: string; readonly name: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (request.url === '/v1/traces') spans.push(...spansIn(body));
      if (request.url === '/v1/metrics') metrics.push(...metricsIn(body));
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { endpoint, spans, metrics, close };
}

type Field = readonly [number: number, value: Buffer];

/** The length-delimited fields of a protobuf message; the others are passed over. */
function* fieldsOf(message: Buffer): Generator<Field> {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++]!;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const wire = tag % 8;
    if (wire === 0) varint();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else {
      const end = varint() + at;
      yield [Math.floor(tag / 8), message.subarray(at, end)];
      at = end;
    }
  }
}

/** What stands at a path of field numbers, every occurrence of it. */
const at = (message: Buffer, ...[first, ...rest]: number[]): Buffer[] =>
  first === undefined
    ? [message]
    : [...fieldsOf(message)].filter(([number]) => number === first).flatMap(([, value]) => at(value, ...rest));

const serviceOf = (resourceHolder: Buffer): string => {
  const named = at(resourceHolder, 1, 1).find((attribute) => String(at(attribute, 1)[0]) === 'service.name');
  return named ? String(at(named, 2, 1)[0]) : '';
};
const hex = (found: Buffer | undefined) => found?.toString('hex') ?? '';

const spansIn = (body: Buffer): SeenSpan[] =>
  at(body, 1).flatMap((resourceSpans) =>
    at(resourceSpans, 2, 2).map((span) => ({
      service: serviceOf(resourceSpans),
      name: String(at(span, 5)[0]),
      traceId: hex(at(span, 1)[0]),
      spanId: hex(at(span, 2)[0]),
      parentId: hex(at(span, 4)[0]),
      links: at(span, 13, 1).map(hex),
    })),
  );

const metricsIn = (body: Buffer) =>
  at(body, 1).flatMap((resourceMetrics) =>
    at(resourceMetrics, 2, 2).map((metric) => ({
      service: serviceOf(resourceMetrics),
      name: String(at(metric, 1)[0]),
    })),
  );
