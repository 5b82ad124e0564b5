import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, grpcService } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import { z } from 'zod';
import { SECURITY_EVENTS } from './aggregate-types';
import { securityKinds } from './domain/security-event';
import { openVolume } from './volume';

const mostAtOnce = 1_000;
const kindShape = z.enum(securityKinds);

/** The security log over gRPC: the gateway writes, nobody reads; operators verify and read the database. */
export function securityLogGrpc(app: App): GrpcService {
  const nextId = openVolume(app.clock);
  const handlers = {
    async record(
      { events }: residents.v1.RecordSecurityEventsRequest,
      { traceparent }: { traceparent?: string | undefined },
    ) {
      if (events.length > mostAtOnce)
        return refuse('too-many-events', `Send at most ${mostAtOnce} events at a time.`, '/events');
      const all = events.map(({ at, kind, count, ...texts }) => {
        const event = {
          ...texts,
          at: at ?? app.clock.now(),
          kind: kindShape.catch('refusal').parse(kind),
          count: count || 1,
        };
        return app.dispatch(SECURITY_EVENTS, nextId(), { type: 'KeepSecurityEvent', event }, { traceparent });
      });
      return (await Promise.all(all)).find(isRefusal) ?? {};
    },
  };
  return grpcService(residents.v1.SecurityLogServiceService, handlers, { gateway: 'everything' });
}
