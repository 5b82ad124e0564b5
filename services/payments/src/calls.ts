import { isRefusal } from '@lianban/model';
import type { App, Snapshot } from '@lianban/runtime';
import { CHARGES } from './aggregate-types';
import { applyMoney, applyRefund } from './apply';
import { type Channel, ChannelUnavailable } from './channel/port';
import type { Attempt, Charge, Refund } from './domain/charge';
import { callsDue, isToClose } from './domain/charge-decider';

const atOnce = 50;

/** Asks and tells the channel what is due. That it is asked is stored first: whoever crashes in between leaves it for the next turn. */
export async function makeCalls(app: App, channel: Channel): Promise<void> {
  const due = await app.find(CHARGES, {
    filter: { 'state.nextCallAt': { $lte: app.clock.now() } },
    sort: { 'state.nextCallAt': 1 },
    limit: atOnce,
  });
  await Promise.all(due.map((charge) => callFor(app, channel, charge)));
}

async function callFor(app: App, channel: Channel, { id, state, version }: Snapshot<Charge>): Promise<void> {
  const now = app.clock.now();
  const { attempts, refunds } = callsDue(state, now);
  // Another process was faster.
  if (isRefusal(await app.dispatch(CHARGES, id, { type: 'TakeCalls' }, { ifVersion: version }))) return;
  const calls = [
    ...attempts.map((attempt) => () => ask(app, channel, id, attempt, isToClose(state, attempt, now))),
    ...refunds.map((refund) => () => giveBack(app, channel, state, refund)),
  ];
  for (const call of calls)
    await call().catch((error: unknown) => {
      if (!(error instanceof ChannelUnavailable)) throw error;
      app.log.warn({ err: error, charge: id }, 'the channel does not answer: asked again later');
    });
}

/** Asks whether an attempt is paid. One whose time is over is closed, and asked about once more: only then is it over. */
export async function ask(
  app: App,
  channel: Channel,
  id: string,
  attempt: Attempt,
  isToBeClosed: boolean,
): Promise<void> {
  const { number } = attempt;
  if (isToBeClosed) await channel.close(number);
  const status = await channel.query(number);
  if (status.is === 'paid') return applyMoney(app, status.money);
  if (status.is === 'closed' || (isToBeClosed && status.is === 'not-there'))
    await app.dispatch(CHARGES, id, { type: 'NoteClosed', attempt: number });
  else if (status.is === 'unpaid') await app.dispatch(CHARGES, id, { type: 'NoteOpened', attempt: number });
}

async function giveBack(app: App, channel: Channel, state: Charge, { number, attempt, amount }: Refund): Promise<void> {
  const total = state.attempts.find((each) => each.number === attempt)?.amount ?? amount;
  await applyRefund(app, number, await channel.refund({ number, attempt, amount, total }));
}
