import { createHash } from 'node:crypto';
import { isRefusal } from '@lianban/model';
import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import type { Channel } from './domain/channel';

/** Where a person is reached by one way; undefined when they have given nothing. It is handed on and forgotten. */
export async function addressOf(
  app: App,
  channel: Channel,
  to: string,
  applicationNumber: string,
): Promise<string | undefined> {
  const contacts = app.clientOf('residents', residents.v1.ContactsServiceService);
  const found = await contacts.get({
    residentId: to,
    purpose: { caseId: `${applicationNumber}/notice`, purpose: 'notify' },
  });
  if (isRefusal(found)) return undefined;
  const address = channel === 'sms' ? found.phone : found.email;
  // A landline takes no SMS.
  return address === '' || (channel === 'sms' && !/^1\d{10}$/.test(address)) ? undefined : address;
}

/** What is kept of an address: enough for its owner to know it again, and to see whether it has changed since. */
export function traceOf(address: string): { readonly mask: string; readonly hash: string } {
  const hash = createHash('sha256').update(address).digest('hex').slice(0, 16);
  const [name = '', domain] = address.split('@', 2);
  const mask = domain === undefined ? `${name.slice(0, 3)}****${name.slice(-4)}` : `${name.slice(0, 1)}***@${domain}`;
  return { mask, hash };
}
