import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** Hop-by-hop headers (RFC 9110 §7.6.1), never forwarded. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
/** Request headers that only the gateway sets, or has handled itself. */
const ofTheGateway = /^(host|cookie|authorization|expect|forwarded|x-forwarded-.*|x-real-ip|x-lianban-.*)$/;
/** Response headers that only the gateway sets. */
const saidHere =
  /^(server|x-powered-by|date|strict-transport-security|referrer-policy|permissions-policy|x-content-type-options|cross-origin-.*|access-control-.*)$/;

/** Cookies of preferences, without secrets: the only ones `web` reads and sets. */
const preferences = /^(lang|mode)=[\w-]{1,16}$/;
const setPreference = /^(lang|mode)=[\w-]{0,16}(;|$)/;

const namedByConnection = ({ connection }: IncomingHttpHeaders): Set<string> =>
  new Set((connection ?? '').split(',').map((name) => name.trim().toLowerCase()));

function endToEnd(headers: IncomingHttpHeaders, drop: RegExp): OutgoingHttpHeaders {
  const named = namedByConnection(headers);
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopByHop.has(name) && !named.has(name) && !drop.test(name)),
  );
}

export interface ForwardedContext {
  /** The site's origin, as browsers write it. */
  readonly origin: URL;
  /** The client's address, as far as it is known. */
  readonly address: string | undefined;
  /** The role the signed-in person acts in, then the others they may act in. */
  readonly roles: readonly string[];
  /** What they are called, as far as the issuer said it. */
  readonly name?: string | undefined;
  /** A token for the signed-in person. */
  readonly token: string | undefined;
  readonly traceparent: string | undefined;
}

/** Headers for `web` and `desk`: the browser's end-to-end headers without those the gateway owns. */
export function towardsPages(headers: IncomingHttpHeaders, told: ForwardedContext): OutgoingHttpHeaders {
  const cookies = (headers.cookie ?? '').split(/; */).filter((cookie) => preferences.test(cookie));
  return {
    ...endToEnd(headers, ofTheGateway),
    // Without this header a body of unknown length would look like none.
    ...(headers['transfer-encoding'] === undefined ? {} : { 'transfer-encoding': 'chunked' }),
    ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
    ...(told.token === undefined ? {} : { authorization: `Bearer ${told.token}` }),
    ...(told.roles.length > 0 ? { 'x-lianban-roles': told.roles.join(' ') } : {}),
    // Headers are Latin letters; names are not.
    ...(told.name === undefined ? {} : { 'x-lianban-name': encodeURIComponent(told.name) }),
    ...(told.traceparent === undefined ? {} : { traceparent: told.traceparent }),
    ...(told.address === undefined ? {} : { 'x-forwarded-for': told.address }),
    'x-forwarded-host': told.origin.host,
    'x-forwarded-proto': told.origin.protocol.slice(0, -1),
  };
}

/** Headers for the browser; of cookies only the preferences. */
export function towardsBrowser(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const cookies = (headers['set-cookie'] ?? []).filter((cookie) => setPreference.test(cookie));
  return { ...endToEnd(headers, saidHere), 'set-cookie': cookies.length > 0 ? cookies : undefined };
}
