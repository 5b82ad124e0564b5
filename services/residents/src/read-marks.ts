import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { MarkRead, ReadMarkState } from './domain/read-mark';
import { READ_MARKS } from './aggregate-types';

const nobody = refuse('invalid-request', 'Say who read, and about which application.', '/mark');

/** "+" is in no id and no number: marks of different people cannot meet. */
function idOf(of: residents.v1.ReadMarkRequest | undefined): string | Refusal {
  return of?.readerId && of.applicationNumber ? `${of.readerId}+${of.applicationNumber}` : nobody;
}

const shown = (state: ReadMarkState | undefined): residents.v1.ReadMark => ({
  until: state?.status === 'read' ? state.until : undefined,
});

/** How far people have read, over gRPC. Kept here, with the drafts: it is theirs, and belongs to no application. */
export function readMarksGrpc(app: App): GrpcService {
  const handlers: Handlers<typeof residents.v1.ReadMarksServiceService> = {
    async get(of) {
      const id = idOf(of);
      return isRefusal(id) ? id : shown((await app.get(READ_MARKS, id))?.state);
    },

    async put({ mark, until }, { traceparent }) {
      const id = idOf(mark);
      if (isRefusal(id)) return id;
      if (!until) return refuse('invalid-request', 'Say up to which moment it was read.', '/until');
      const command: MarkRead = { type: 'MarkRead', until };
      const done = await app.dispatch(READ_MARKS, id, command, { traceparent });
      return isRefusal(done) ? done : shown(done.state);
    },
  };
  const callers = { gateway: { forPersons: 'everything', itself: [] } } as const;
  return grpcService(residents.v1.ReadMarksServiceService, handlers, callers, {
    actors: { get: ({ readerId }) => readerId, put: ({ mark }) => mark?.readerId ?? '' },
  });
}
