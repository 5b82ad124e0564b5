import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** RFC 9110 §7.6.1: of one connection, and never passed on. */
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
/** What only the gateway may tell the pages, and what it has answered itself. */
const ofTheGateway = /^(host|cookie|authorization|expect|forwarded|x-forwarded-.*|x-real-ip|x-lianban-.*)$/;
/** What the gateway alone says to browsers. */
const saidHere =
  /^(server|x-powered-by|date|strict-transport-security|referrer-policy|permissions-policy|x-content-type-options|cross-origin-.*|access-control-.*)$/;

/** Preferences, no secrets: the pages read and set these two, and no others. */
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
  /** Of the site, as browsers write it. */
  readonly origin: URL;
  /** Who asks, as far as it is known. */
  readonly address: string | undefined;
  /** A token for whoever is signed in. */
  readonly token: string | undefined;
  readonly traceparent: string | undefined;
}

/** What the pages are told of a request: what the browser said end to end, less what it has no business saying. */
export function towardsPages(headers: IncomingHttpHeaders, told: ForwardedContext): OutgoingHttpHeaders {
  const cookies = (headers.cookie ?? '').split(/; */).filter((cookie) => preferences.test(cookie));
  return {
    ...endToEnd(headers, ofTheGateway),
    // Left away, a body of unknown length would be taken for none.
    ...(headers['transfer-encoding'] === undefined ? {} : { 'transfer-encoding': 'chunked' }),
    ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
    ...(told.token === undefined ? {} : { authorization: `Bearer ${told.token}` }),
    ...(told.traceparent === undefined ? {} : { traceparent: told.traceparent }),
    ...(told.address === undefined ? {} : { 'x-forwarded-for': told.address }),
    'x-forwarded-host': told.origin.host,
    'x-forwarded-proto': told.origin.protocol.slice(0, -1),
  };
}

/** What the browser is told of an answer; of cookies only the preferences. */
export function towardsBrowser(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const cookies = (headers['set-cookie'] ?? []).filter((cookie) => setPreference.test(cookie));
  return { ...endToEnd(headers, saidHere), 'set-cookie': cookies.length > 0 ? cookies : undefined };
}
