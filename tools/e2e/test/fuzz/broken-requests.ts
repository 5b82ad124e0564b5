import type { Chance } from './chance';
import type { BrokenRequest } from './send-broken';
import { valueFor } from './values';

/** The route a request is sent to. */
export interface Target {
  readonly method: string;
  /** The path of the route table, with the names of its parameters. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A valid body: JSON by this schema, or the fields of a form. */
  readonly sends: { readonly json: Readonly<Record<string, unknown>> } | 'form' | 'file';
}

interface Request {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

const CRLF = '\r\n';
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const partHead = `--x${CRLF}Content-Disposition: form-data; name="file"; filename="a"${CRLF}Content-Type: image/png${CRLF}${CRLF}`;
const part = Buffer.concat([Buffer.from(partHead), png]);
const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' };
const megabyte = 1024 * 1024;

/** All malformed requests to the target, each with random contents. */
export function brokenRequests(target: Target, chance: Chance): BrokenRequest[] {
  const path = () => target.path.replace(/:[a-z]+/gi, () => encodeURIComponent(ids(chance)));
  const head = ({ method = target.method, headers = {}, path: to = path() }: Request = {}) =>
    [
      `${method} ${to} HTTP/1.1`,
      ...Object.entries({ Host: 'here', Connection: 'close', ...target.headers, ...headers }).flatMap(([name, value]) =>
        [value].flat().map((each) => `${name}: ${each}`),
      ),
      '',
      '',
    ].join(CRLF);
  const type = typeOf(target);
  const body = () => bodyFor(target, chance);
  const sized = (content: Buffer, more: Request = {}, length = content.length): Buffer =>
    Buffer.concat([
      Buffer.from(head({ ...more, headers: { ...type, 'Content-Length': String(length), ...more.headers } })),
      content,
    ]);
  const chunked = (more: Request = {}) =>
    head({ ...more, headers: { ...type, 'Transfer-Encoding': 'chunked', ...more.headers } });
  const chunk = (content: Buffer, size = content.length.toString(16)) =>
    Buffer.concat([Buffer.from(size + CRLF), content, Buffer.from(CRLF)]);
  const one = (name: string, then: BrokenRequest['then'], ...packets: (Buffer | string)[]): BrokenRequest => ({
    name: `${target.method} ${target.path}: ${name}`,
    packets,
    then,
  });
  const half = (content: Buffer) => content.subarray(0, Math.ceil(content.length / 2));
  const json = (text: string) => sized(Buffer.from(text), { headers: { 'Content-Type': 'application/json' } });
  const whole = body();
  const fifth = Math.ceil(whole.length / 5);

  return [
    ...Array.from({ length: 4 }, () => one('well-formed, hostile', 'wait', sized(body()))),
    one('cut in the body', 'end', sized(half(whole), {}, whole.length)),
    one('left in the body', 'leave', sized(half(whole), {}, whole.length)),
    one('left in the head', 'leave', head().slice(0, 40)),
    one('cut in the head', 'end', head().slice(0, 40)),
    one('a body longer than declared', 'wait', sized(whole, {}, Math.max(0, whole.length - 3))),
    one('a body shorter than declared', 'end', sized(whole, {}, whole.length + 50)),
    one('two lengths', 'wait', sized(whole, { headers: { 'Content-Length': ['3', '5'] } })),
    one(
      'a length that is none',
      'wait',
      sized(whole, { headers: { 'Content-Length': chance.pick(['-1', 'x', '1e3']) } }),
    ),
    one('in slow pieces', 'wait', head({ headers: { ...type, 'Content-Length': String(whole.length) } }), ...[0, 1, 2, 3, 4].map((n) => whole.subarray(n * fifth, (n + 1) * fifth))), // prettier-ignore
    one('in chunks', 'wait', chunked(), chunk(whole), chunk(Buffer.alloc(0))),
    one('in chunks that are none', 'wait', chunked(), chunk(whole, chance.pick(['zz', '-5', 'fffffffffffffffff']))),
    one('in chunks, cut', 'end', chunked(), chunk(half(whole)).subarray(0, -3)),
    one('in chunks, left', 'leave', chunked(), chunk(half(whole))),
    one('in chunks, with a length', 'wait', chunked({ headers: { 'Content-Length': '5' } }), chunk(whole)),
    one('larger than allowed, declared', 'end', sized(whole, {}, 20 * megabyte)),
    one('larger than allowed, undeclared', 'end', chunked(), ...[0, 1, 2].map(() => chunk(Buffer.alloc(megabyte / 2, 0x20)))), // prettier-ignore
    one('bytes that are nothing', 'wait', sized(chance.bytes(200))),
    one('of another type', 'wait', sized(whole, { headers: { 'Content-Type': chance.pick(types) } })),
    one('declared as compressed', 'wait', sized(chance.bytes(50), { headers: { 'Content-Encoding': chance.pick(['gzip', 'br', 'x']) } })), // prettier-ignore
    one('JSON that is deep', 'wait', json('['.repeat(50_000))),
    one('JSON that is something else', 'wait', json(chance.pick(['null', 'true', '[]', '1', '"x"', '{"__proto__":{"a":1}}', '']))), // prettier-ignore
    one('a form without its last boundary, in one packet', 'wait', sized(part, { headers: multipart })),
    one('a form without its last boundary, in chunks', 'wait', chunked({ headers: multipart }), chunk(part), chunk(Buffer.alloc(0))), // prettier-ignore
    one('a form, left in its file', 'leave', sized(part, { headers: multipart }, 5_000)),
    one('a form without a boundary', 'wait', sized(part, { headers: { 'Content-Type': 'multipart/form-data' } })),
    one('a form with a broken part', 'wait', sized(Buffer.from(`--x${CRLF}Content-Disp: ${chance.text().slice(0, 20)}`), { headers: multipart })), // prettier-ignore
    one('asked with GET and a body', 'wait', sized(whole, { method: 'GET' })),
    one('asked with HEAD', 'wait', head({ method: 'HEAD' })),
    one('by another method', 'wait', sized(whole, { method: chance.pick(['PUT', 'DELETE', 'PATCH', 'PURGE', 'OPTIONS', 'TRACE']) })), // prettier-ignore
    one('with headers that say nonsense', 'wait', sized(whole, { headers: nonsense(chance) })),
    one('with a query', 'wait', head({ path: `${path()}?${query(chance)}` })),
    one('at a path of raw characters', 'wait', head({ path: target.path.replace(/:[a-z]+/gi, () => chance.pick(['%', '%00', '..', '%2e%2e', '%ff', 'a%2fb'])) })), // prettier-ignore
  ];
}

const types = [
  'text/plain',
  'application/json; charset=utf-7',
  'application/json; charset=x',
  'application/x-www-form-urlencoded',
  'image/png',
  'multipart/form-data; boundary=',
  ';',
  'application/grpc',
];

const typeOf = ({ sends }: Target) => ({
  'Content-Type':
    sends === 'form' ? 'application/x-www-form-urlencoded' : sends === 'file' ? 'image/png' : 'application/json',
});

const fields = ['act', 'language', 'mode', 'return', 'from', 'reason', 'text', 'until', 'agent', 'consent', 'package'];

function bodyFor({ sends }: Target, chance: Chance): Buffer {
  if (sends === 'file') return Buffer.concat([png, chance.bytes(100)]);
  if (sends === 'form')
    return Buffer.from(
      Array.from({ length: 4 }, () => `${chance.pick(fields)}=${chance.pick(['%', '%ff', ''])}${plain(chance)}`).join(
        '&',
      ),
    );
  return Buffer.from(JSON.stringify(valueFor(sends.json, chance)) ?? 'null');
}

/** Encodes a text for a URL; lone surrogates, which cannot be encoded, are replaced. */
const plain = (chance: Chance): string => encodeURIComponent(chance.text().toWellFormed());

const ids = (chance: Chance): string =>
  chance.pick(['LB20260302000001', 'licence', 'small-shop', 'resident-1', chance.text().toWellFormed().slice(0, 500)]);

const query = (chance: Chance): string =>
  Array.from(
    { length: 3 },
    () => `${chance.pick(['cursor', 'limit', 'q', 'status', 'sort', 'from', 'area', '__proto__'])}=${plain(chance)}`,
  ).join('&');

const oneLine = (chance: Chance): string => chance.text().replace(/[^\x20-\x7e]/g, '?');

const nonsense = (chance: Chance) => ({
  'Idempotency-Key': oneLine(chance),
  'If-Match': chance.pick(['"99999999999999999999"', '*', 'W/"1"', '""', '"-1"', '"1", "2"']),
  'Last-Event-ID': oneLine(chance),
  'On-Behalf-Of': oneLine(chance),
  traceparent: chance.pick(['00-x', '00-ffffffffffffffffffffffffffffffff-ffffffffffffffff-ff', oneLine(chance)]),
  Cookie: `lang=${oneLine(chance)}; mode; =; __Host-session=${oneLine(chance)}`,
  'X-Forwarded-For': oneLine(chance),
  Range: 'bytes=9-1',
  'Accept-Encoding': ';q=x',
  Accept: oneLine(chance),
});
