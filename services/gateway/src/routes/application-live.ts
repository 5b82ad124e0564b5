import { setTimeout as wait } from 'node:timers/promises';
import { type CallOptions, CallFailed } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import type { applications } from '@lianban/protos';
import { z } from 'zod';
import { type OnBehalfOf, onBehalfOfHeader, scopeOf } from '../http/on-behalf-of';
import { type LiveEvent, liveRoute } from '../http/route';
import type { Applications, GatewayLimits, Mandates } from '../ports';
import { applicationView, hasEnded } from '../schemas/application';

export const live = [
  liveRoute({
    kind: 'live',
    method: 'get',
    path: '/api/applications/:number/events',
    id: 'watchApplication',
    summary: 'The application now and each time it changes, until it has ended (event: application, id: its version)',
    who: 'resident',
    onBehalfOf: true,
    query: z.strictObject({ for: onBehalfOfHeader.optional() }),
    async open({ onBehalfOf, path, call, signal, lastEventId }, ports, limits) {
      const request = { applicationNumber: path.number, ...onBehalfOf };
      const now = await ports.applications.get(request, call);
      if (isRefusal(now)) return now;
      const seen = Number(lastEventId ?? 0) || 0;
      // 204 stops an EventSource from reconnecting.
      if (hasEnded(now) && seen >= now.version) return undefined;
      const news = changes(now, seen, request, { ...call, signal }, ports.applications, limits);
      return onBehalfOf.agent ? whileMandated(news, onBehalfOf, ports.mandates, call) : news;
    },
  }),
];

/** A mandate may be revoked while a stream is open: it is checked before each event. */
async function* whileMandated(
  news: AsyncIterable<LiveEvent>,
  { residentId, agent }: OnBehalfOf,
  mandates: Mandates,
  call: CallOptions,
): AsyncGenerator<LiveEvent> {
  for await (const event of news) {
    await scopeOf({ principalId: residentId, agentId: agent?.residentId ?? '' }, mandates, call);
    yield event;
  }
}

/** Yields every version above `seen`, once and in order, over as many gRPC streams as needed. */
async function* changes(
  now: applications.v1.Application,
  seen: number,
  request: applications.v1.GetRequest,
  call: CallOptions & { readonly signal: AbortSignal },
  from: Applications,
  { watchMs, reopenMs }: GatewayLimits,
): AsyncGenerator<LiveEvent> {
  let last = seen;
  const news = function* (of: applications.v1.Application): Generator<LiveEvent> {
    if (of.version <= last) return;
    last = of.version;
    yield { id: String(of.version), event: 'application', data: applicationView(of) };
  };

  yield* news(now);
  let ended = hasEnded(now);
  while (!ended && !call.signal.aborted) {
    try {
      // A signal per stream: listeners would otherwise pile up on the shared one.
      const signal = AbortSignal.any([call.signal]);
      for await (const next of from.watch(request, { ...call, signal, deadlineMs: watchMs })) {
        yield* news(next);
        ended = hasEnded(next);
        if (ended) return;
      }
    } catch (error) {
      if (call.signal.aborted) return;
      if (!(error instanceof CallFailed && error.retry)) throw error;
      if (error.code === 'DEADLINE_EXCEEDED') continue;
    }
    await wait(reopenMs, undefined, { signal: call.signal }).catch(() => undefined);
  }
}
