import { isIPv6 } from 'node:net';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../http/problem';

/** Requests a minute. */
export interface RateSettings {
  /** Of one person, whoever signed in or holds the token. */
  readonly person: number;
  /** Of one address that says not who it is, or says it wrongly. Whole offices may share one. */
  readonly address: number;
  /** Of one address to the sign-in. */
  readonly signIn: number;
  /** Of one officer at a counter: people found, applications filed, mandates confirmed, together. */
  readonly counter: number;
}

/** How much one caller may ask, so that everybody's share is left. Each throws Problem 429 past the limit. */
export interface Rates {
  person(id: string): Promise<void>;
  address(address: string | undefined): Promise<void>;
  signIn(address: string | undefined): Promise<void>;
  /** Each answer of a counter is about anybody: nobody may go through a list of people. */
  counter(officer: string): Promise<void>;
  /** Naming somebody else, whichever way: the answer tells whether there is such a person, so nobody may go through a list. */
  naming(person: string): Promise<void>;
}

const minute = 60;
const namingsAnHour = 10;

/** Counts in this process alone: with several copies of the gateway a caller has up to so many times the limit. */
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
  return {
    person,
    address: (from) => address(networkOf(from)),
    signIn: (from) => signIn(networkOf(from)),
    counter: limited(of.counter),
    naming: limited(namingsAnHour, 60 * minute),
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes): Problem {
  const wait = String(Math.max(1, Math.ceil(msBeforeNext / 1000)));
  return new Problem(429, 'too-many-requests', 'Too many requests: wait before the next one.', {
    headers: { 'Retry-After': wait },
  });
}

/** Of IPv6 the first half: one customer is given so many addresses that each by itself would be no limit. */
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
