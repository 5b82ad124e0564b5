import { cleaned } from '@lianban/input';

const LONGEST = 254;

/** An address that can be sent to, as RFC 5321 writes it without quotes; the domain in small letters. Undefined when it is none. */
export function emailIn(typed: string): string | undefined {
  const text = cleaned(typed).normalize('NFKC');
  const [, name, domain] =
    /^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})$/i.exec(text) ?? [];
  if (name === undefined || domain === undefined || text.length > LONGEST) return undefined;
  return name.startsWith('.') || name.endsWith('.') || name.includes('..')
    ? undefined
    : `${name}@${domain.toLowerCase()}`;
}
