import { isIPv6 } from 'node:net';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../http/problem';

/** Requests a minute. */
export interface RateSettings {
  /** Of one signed-in person or token. */
  readonly person: number;
  /** Of one address without valid credentials. Whole offices may share one. */
  readonly address: number;
  /** Of one address to the sign-in routes. */
  readonly signIn: number;
  /** Of one officer at a counter: searches, submissions and confirmations of mandates together. */
  readonly counter: number;
}

/** Rate limits per caller. Each method throws Problem 429 over the limit. */
export interface Rates {
  person(id: string): Promise<void>;
  address(address: string | undefined): Promise<void>;
  signIn(address: string | undefined): Promise<void>;
  /** Routes of the counter answer about anybody: the limit prevents going through a list of people. */
  counter(officer: string): Promise<void>;
  /** Naming another resident: the answer tells whether the person exists, so the limit prevents going through a list. */
  naming(person: string): Promise<void>;
  /** Everything the city holds of somebody is gathered from every service. */
  exporting(person: string): Promise<void>;
  /** What channels tell of payments: a repetition of everything of a day comes at once after an outage. */
  notification(address: string | undefined): Promise<void>;
  /** A PDF takes a tenth of a second of a processor. */
  printing(person: string): Promise<void>;
}

const minute = 60;
const namingsAnHour = 10;
const exportsAnHour = 6;
const printsAnHour = 120;
const notificationsAMinute = 6_000;

/** Counted per process: with several gateway processes a caller has up to that many times the limit. */
export function createRates(of: RateSettings): Rates {
  const limited = (points: number, duration = minute) => {
    const limiter = new RateLimiterMemory({ points, duration });
    return async (key: string) => {
      try {
        await limiter.consume(key);
      } catch (error) {
        throw tooMany(error as RateLimiterRes);
      }
    };
  };
  const [person, address, signIn] = [limited(of.person), limited(of.address), limited(of.signIn)];
  const notified = limited(notificationsAMinute);
  return {
    person,
    address: (from) => address(networkOf(from)),
    signIn: (from) => signIn(networkOf(from)),
    counter: limited(of.counter),
    naming: limited(namingsAnHour, 60 * minute),
    exporting: limited(exportsAnHour, 60 * minute),
    notification: (from) => notified(networkOf(from)),
    printing: limited(printsAnHour, 60 * minute),
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes): Problem {
  const wait = String(Math.max(1, Math.ceil(msBeforeNext / 1000)));
  return new Problem(429, 'too-many-requests', 'Too many requests: wait before the next one.', {
    headers: { 'Retry-After': wait },
  });
}

/** The /64 of an IPv6 address: one customer has so many addresses that a limit per address would limit nothing. */
export function networkOf(address = 'unknown'): string {
  const [, v4] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (v4 !== undefined) return v4;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = (of = '') => of.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)];
  return all
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
