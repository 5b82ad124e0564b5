import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { notifications } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { NOTICES } from './aggregate-types';
import { isChannel } from './domain/channel';
import { noticeIdIn } from './message-id';

type Receipt = notifications.v1.Receipt;

/** What a receipt's signature is over. */
export const signed = ({ messageId, channel, status, at }: Omit<Receipt, 'signature'>): string =>
  [messageId, channel, status, at].join('\n');

export const signReceipt = (receipt: Omit<Receipt, 'signature'>, key: string): string =>
  createHmac('sha256', key).update(signed(receipt)).digest('hex');

const notBelieved = refuse('receipt-not-believed', 'The signature is not one over this receipt by a key known here.');
const unknown = refuse('receipt-unknown', 'No message of this number was sent this way.');

/** Takes what a carrier says later of a message. Said again it changes nothing. */
export async function takeReceipt(app: App, receipt: Receipt, key: string | undefined): Promise<Refusal | undefined> {
  if (key === undefined || !isSame(receipt.signature, signReceipt(receipt, key))) return notBelieved;
  const { messageId, channel, status } = receipt;
  if (!isChannel(channel) || (status !== 'delivered' && status !== 'failed'))
    return refuse('invalid-receipt', 'Say sms or mail, and delivered or failed.');
  const done = await app.dispatch(NOTICES, noticeIdIn(messageId), { type: 'TakeReceipt', channel, status });
  return isRefusal(done) ? unknown : undefined;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
