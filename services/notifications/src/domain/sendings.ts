import type { MadeNotice, Report, Sending } from './notice';

/** Of a server that is away for three days, the first attempt and the latest tell enough. */
const MOST_KEPT = 20;

export const withSending = (state: MadeNotice, sending: Sending): MadeNotice => {
  const { sendings } = state;
  const kept = sendings.length < MOST_KEPT ? sendings : [...sendings.slice(0, 1), ...sendings.slice(2 - MOST_KEPT)];
  return { ...state, sendings: [...kept, sending] };
};

/** Where it went stands there as a mask and a hash. */
export const withReport = (state: MadeNotice, { channel, outcome, code, mask, hash }: Report): MadeNotice =>
  changeLast(state, channel, (sending) => ({
    ...sending,
    outcome,
    ...(code && { code }),
    ...(mask && { mask, hash }),
  }));

export const withReceipt = (
  state: MadeNotice,
  { channel, status, at }: Pick<Report, 'channel'> & NonNullable<Sending['receipt']>,
): MadeNotice => changeLast(state, channel, (sending) => ({ ...sending, receipt: { status, at } }));

function changeLast(state: MadeNotice, channel: Report['channel'], change: (of: Sending) => Sending): MadeNotice {
  const i = state.sendings.findLastIndex((each) => each.channel === channel);
  const last = state.sendings[i];
  return last === undefined ? state : { ...state, sendings: state.sendings.with(i, change(last)) };
}
