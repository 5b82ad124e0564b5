import { type CallContext, type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { operations } from '@lianban/protos';
import { describedLetter } from './dead-letters';
import { lateBefore } from './late';
import { type MendingPorts, actOf, carryOut, touchedBy } from './mend';
import type { MendingAsk, MendingAsks } from './mending-asks';

const mostShown = 100;
const mostLetters = 500;
const longestReason = 2_000;

export interface OperationsPorts extends MendingPorts {
  readonly service: string;
  readonly asks: MendingAsks;
  /** The city's time, by which deadlines are due. */
  now(): Date;
  /** Records on its topics that it has not processed. */
  lag(): Promise<number>;
}

/** What a service answers its operators. Every call is one of an operator who is signed in. */
export function operationsGrpc(ports: OperationsPorts): GrpcService {
  const { store, asks } = ports;
  const handlers: Handlers<typeof operations.v1.OperationsServiceService> = {
    look: ofOperators(async () => {
      const [lagRecords, outbox, parked, late, open] = await Promise.all([
        ports.lag(),
        store.outbox(),
        store.parked(),
        store.due(lateBefore(ports.now())),
        asks.open(),
      ]);
      const oldest = outbox.map(({ at }) => at).toSorted((a, b) => Number(a) - Number(b))[0];
      return {
        service: ports.service,
        lagRecords,
        outboxBatches: outbox.length,
        outboxOldest: oldest,
        parked: parked.slice(0, mostShown).map(({ topic, key, reason, at, records, release }) => ({
          ...{ topic, key, reason, since: at },
          records: records.length,
          releasing: release ?? false,
        })),
        parkedKeys: parked.length,
        late: late
          .toSorted((a, b) => Number(a.wakeAt) - Number(b.wakeAt))
          .slice(0, mostShown)
          .map(({ kind, _id, wakeAt }) => ({ kind, id: _id, due: wakeAt })),
        deadlinesLate: late.length,
        asks: open.map((ask) => askView(ask, 'asked')),
      };
    }),

    listDeadLetters: ofOperators(async () => {
      const found = await ports.deadLetters();
      const letters = found.slice(-mostLetters).map((letter) => {
        const { key, from: place, subject, type, sequence, reason } = describedLetter(letter);
        const listener = /\.([\w-]+)\.dlt$/.exec(letter.topic)?.[1] ?? '';
        return { listener, key, record: { place, subject, type, sequence }, reason };
      });
      return { letters, total: found.length };
    }),

    rehearse: ofOperators(async ({ act: named, key }) => {
      const act = actOf(named);
      if (isRefusal(act)) return act;
      const records = await touchedBy(act, key, ports);
      return isRefusal(records) ? records : { records: [...records] };
    }),

    ask: ofOperators(async ({ act: named, key, reason }, operator) => {
      const act = actOf(named);
      if (isRefusal(act)) return act;
      if (reason.trim() === '' || reason.length > longestReason)
        return refuse('invalid-reason', `Say why, in at most ${longestReason} characters.`, '/reason');
      const records = await touchedBy(act, key, ports);
      if (isRefusal(records)) return records;
      const asked = await asks.ask({ act, key, reason, askedBy: operator, records });
      return isRefusal(asked) ? asked : askView(asked, 'asked');
    }),

    answer: ofOperators(async ({ act: named, key, approve }, operator) => {
      const act = actOf(named);
      if (isRefusal(act)) return act;
      if (!approve) {
        const declined = await asks.decline({ act, key });
        return isRefusal(declined) ? declined : askView(declined, 'declined', operator);
      }
      const approved = await asks.approve({ act, key }, operator);
      if (isRefusal(approved)) return approved;
      const no = await carryOut(approved, operator, ports);
      // Also of what cannot be done any more: it is asked anew, on what there is then.
      await asks.done(approved);
      return no ?? askView(approved, 'approved', operator);
    }),
  };
  const callers = { gateway: { forPersons: 'everything', itself: [] } } as const;
  return grpcService(operations.v1.OperationsServiceService, handlers, callers);
}

/** @returns a handler that knows the operator who is signed in, and refuses everybody else */
const ofOperators =
  <Req, Res>(answer: (request: Req, operator: string) => Promise<Res | Refusal>) =>
  async (request: Req, { onBehalfOf }: CallContext): Promise<Res | Refusal> => {
    const operator = /^operator:(.+)$/.exec(onBehalfOf ?? '')?.[1];
    return operator === undefined
      ? refuse('operator-missing', 'Only an operator does this: call on behalf of one.')
      : answer(request, operator);
  };

const askView = (
  { act, key, reason, askedBy, askedAt, records }: MendingAsk,
  status: 'asked' | 'approved' | 'declined',
  answeredBy = '',
): operations.v1.MendingAsk => ({
  ...{ act, key, reason, askedBy, askedAt, status, answeredBy },
  records: records.map((record) => ({ ...record })),
});
