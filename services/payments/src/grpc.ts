import type { ServiceFile } from '@lianban/catalogue';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import { payments as contract } from '@lianban/protos';
import type { App, Snapshot } from '@lianban/runtime';
import { CHARGES, RECEIPTS } from './aggregate-types';
import { applyMoney, applyRefund } from './apply';
import { ask } from './calls';
import { type Channel, ChannelUnavailable } from './channel/port';
import { type Charge, chargeRefusals, liveAttempt } from './domain/charge';
import { isToClose } from './domain/charge-decider';

type Service = typeof contract.v1.PaymentsServiceService;
const mostListed = 100;
const unavailable = refuse('channel-unavailable', 'The payment channel does not answer: try again in a minute.');

/** What people owe and pay, over gRPC. @param channel none when this city takes no payments online */
export function paymentsGrpc(app: App, channel: Channel | undefined, items: ServiceFile['items']): GrpcService {
  const nameOf = (code: string) => items.findLast((item) => item.code === code)?.name ?? { zh: code, en: code };

  const own = async (id: string, residentId: string): Promise<Snapshot<Charge> | undefined> => {
    const found = await app.get(CHARGES, id);
    return found && found.state.residentId === residentId && residentId !== '' ? found : undefined;
  };

  const shown = async ({ id, state }: Snapshot<Charge>): Promise<contract.v1.Charge> => {
    const { number, status, ref, amount, law, raisedAt, payUntil, paidAt, refunds, receipts } = state;
    const issued = await Promise.all(receipts.map((receipt) => app.get(RECEIPTS, receipt)));
    return {
      ...{ chargeId: id, number, status, applicationNumber: ref.applicationNumber, step: ref.step },
      package: ref.package,
      ...{ name: nameOf(ref.item), amountCents: amount, law, raisedAt, payUntil, paidAt: paidAt ?? undefined },
      underWay: liveAttempt(state) !== undefined,
      refunds: refunds.map((each) => ({
        ...{ number: each.number, amountCents: each.amount, reason: each.reason, status: each.status },
      })),
      receipts: issued.flatMap((each) => {
        if (!each || !('number' in each.state)) return [];
        const { code, number: counted, amount: fen, issuedAt } = each.state;
        return [{ code, number: counted, amountCents: fen, issuedAt }];
      }),
    };
  };

  const handlers: Handlers<Service> = {
    async listCharges({ residentId, limit, cursor }) {
      const count = Math.min(limit || mostListed, mostListed);
      const before = cursor === '' ? {} : { 'state.raisedAt': { $lt: new Date(cursor) } };
      const filter = { 'state.residentId': residentId, ...before };
      const found = await app.find(CHARGES, { filter, sort: { 'state.raisedAt': -1 }, limit: count + 1 });
      const page = found.slice(0, count);
      const nextCursor = found.length > count ? (page.at(-1)?.state.raisedAt.toISOString() ?? '') : '';
      return { charges: await Promise.all(page.map(shown)), nextCursor };
    },

    async getCharge({ residentId, chargeId, askChannel }) {
      const before = await own(chargeId, residentId);
      if (!before) return chargeRefusals.notFound;
      const attempt = liveAttempt(before.state);
      if (!askChannel || !channel || !attempt) return shown(before);
      await ask(app, channel, chargeId, attempt, isToClose(before.state, attempt, app.clock.now())).catch(tolerated);
      return shown((await app.get(CHARGES, chargeId)) ?? before);
    },

    async startPayment({ residentId, chargeId, address }) {
      if (!channel) return unavailable;
      if (!(await own(chargeId, residentId))) return chargeRefusals.notFound;
      const done = await app.dispatch(CHARGES, chargeId, { type: 'StartAttempt', channel: channel.name });
      if (isRefusal(done)) return done;
      const attempt = liveAttempt(done.state);
      if (!attempt) return chargeRefusals.notPayable;
      const { number, amount, closeAt } = attempt;
      const openMs = closeAt.getTime() - app.clock.now().getTime();
      const order = {
        number,
        amount,
        description: nameOf(done.state.ref.item).zh,
        openMs,
        payerAddress: address,
        backTo: `/charges/${chargeId}`,
      };
      try {
        const created = await channel.create(order);
        if ('payUrl' in created) {
          await app.dispatch(CHARGES, chargeId, { type: 'NoteOpened', attempt: number });
          return created;
        }
        await ask(app, channel, chargeId, attempt, false);
        return chargeRefusals.notPayable;
      } catch (error) {
        tolerated(error);
        await app.dispatch(CHARGES, chargeId, { type: 'NoteUnanswered', attempt: number });
        return unavailable;
      }
    },

    async notify({ channel: name, headers, body }) {
      if (!channel || name !== channel.name) return { disbelieved: 'no-such-channel' };
      const notice = channel.read((header) => headers[header], Buffer.from(body));
      if ('disbelieved' in notice) {
        app.log.warn({ reason: notice.disbelieved }, 'a notification is not believed');
        return notice;
      }
      if (notice.type === 'paid') await applyMoney(app, notice.money);
      if (notice.type === 'refund') await applyRefund(app, notice.refund, notice.status);
      return { disbelieved: '' };
    },
  };

  const tolerated = (error: unknown): void => {
    if (!(error instanceof ChannelUnavailable)) throw error;
    app.log.warn({ err: error }, 'the channel does not answer: asked again later');
  };

  return grpcService(contract.v1.PaymentsServiceService, handlers);
}
