import { z } from 'zod';

const flag = z.enum(['true', 'false']);

/**
 * Whether a process refuses to start when it would speak in the clear, or with somebody it does not know. In production it
 * does, but for what is allowed by name.
 */
export const tlsDemands = {
  REQUIRE_TLS: flag
    .optional()
    .describe(
      '`true`: start only when brokers, database and services on other machines are reached over TLS, signed in. Without it, production demands the same but for what is allowed below, and never takes `false`',
    ),
  ALLOW_PLAIN_KAFKA: flag
    .default('false')
    .describe('`true`: in production, Kafka may go without TLS; each start warns of it'),
  ALLOW_PLAIN_MONGO: flag.default('false').describe('the same of MongoDB'),
  ALLOW_PLAIN_GRPC: flag.default('false').describe('the same of calls between services'),
};

const exceptions = ['ALLOW_PLAIN_KAFKA', 'ALLOW_PLAIN_MONGO', 'ALLOW_PLAIN_GRPC'] as const;
/** The setting that lets one of the three go without. */
export type Exception = (typeof exceptions)[number];

interface Given extends Readonly<Record<Exception, 'true' | 'false'>> {
  readonly LIANBAN_ENV: 'local' | 'production';
  readonly REQUIRE_TLS?: 'true' | 'false' | undefined;
  readonly KAFKA_BROKERS: readonly string[];
  readonly KAFKA_TLS: 'true' | 'false';
  readonly KAFKA_CERT?: string | undefined;
  readonly KAFKA_SASL_MECHANISM?: string | undefined;
  readonly MONGO_URL: string;
  readonly GRPC_CA_FILE?: string | undefined;
  readonly GRPC_PORT: number;
  readonly BIND: string;
  readonly SERVICE_ADDRESSES: Readonly<Record<string, string>>;
}
type Unmet = readonly (readonly [keyof Given, string])[];

// What stays on this machine goes over no network. It is also where the defaults point of who uses neither Kafka nor MongoDB.
const isHere = (address: string) => /^(127(\.\d+){3}|localhost|\[::1\])(:\d+)?$/.test(address);

const [weak, signedIn] = [/^tls(Insecure|AllowInvalid\w+)$/, /^mongodb(\+srv)?:\/\/[^/?]+@/];
function mongoDemands(url: string): Unmet {
  const options = new URLSearchParams(url.split('?')[1]);
  const said = options.get('tls') ?? options.get('ssl') ?? String(url.startsWith('mongodb+srv:'));
  const isWeakened = [...options].some(([name, value]) => weak.test(name) && value === 'true');
  const isKnown = signedIn.test(url) || options.get('authMechanism') === 'MONGODB-X509';
  return [
    ...(said === 'true' ? [] : [['MONGO_URL', 'must say tls=true'] as const]),
    ...(isWeakened ? [['MONGO_URL', 'must not turn the check of certificates off'] as const] : []),
    ...(isKnown ? [] : [['MONGO_URL', 'must say who signs in'] as const]),
  ];
}

/** What is wanting, by the setting that would allow it. */
function wanting(given: Given): Readonly<Record<Exception, Unmet>> {
  const hosts = given.MONGO_URL.replace(/^mongodb(\+srv)?:\/\/([^@/?]*@)?/, '').split(/[/?]/)[0]!;
  const isKafkaAway = !given.KAFKA_BROKERS.every(isHere);
  const isCalled = given.GRPC_PORT > 0 && !isHere(given.BIND);
  const calls = Object.values(given.SERVICE_ADDRESSES).some((address) => !isHere(address));
  return {
    ALLOW_PLAIN_KAFKA: [
      ...(isKafkaAway && given.KAFKA_TLS !== 'true' ? [['KAFKA_TLS', 'must be true'] as const] : []),
      ...(isKafkaAway && !given.KAFKA_SASL_MECHANISM && !given.KAFKA_CERT
        ? [['KAFKA_SASL_MECHANISM', 'or KAFKA_CERT must say who signs in'] as const]
        : []),
    ],
    ALLOW_PLAIN_MONGO: hosts.split(',').every(isHere) ? [] : mongoDemands(given.MONGO_URL),
    ALLOW_PLAIN_GRPC: (isCalled || calls) && !given.GRPC_CA_FILE ? [['GRPC_CA_FILE', 'must be given'] as const] : [],
  };
}

/** What keeps a process from starting, as [setting, sentence]; the sentence names what would allow it. */
export function unmetTlsDemands(given: Given): Unmet {
  const isProduction = given.LIANBAN_ENV === 'production';
  if (isProduction && given.REQUIRE_TLS === 'false')
    return [['REQUIRE_TLS', `cannot be false in production: what may go without is named by ${exceptions.join(', ')}`]];
  if (given.REQUIRE_TLS === 'true') {
    const contradicting = exceptions.filter((name) => given[name] === 'true');
    const unmet = Object.values(wanting(given)).flat();
    return [
      ...contradicting.map((name) => [name, 'cannot be true, because REQUIRE_TLS is true'] as const),
      ...unmet.map(([setting, sentence]) => [setting, `${sentence}, because REQUIRE_TLS is true`] as const),
    ];
  }
  if (!isProduction) return [];
  const found = wanting(given);
  return exceptions
    .filter((name) => given[name] === 'false')
    .flatMap((name) =>
      found[name].map(
        ([setting, sentence]) =>
          [setting, `${sentence}, because LIANBAN_ENV is production (${name}=true starts without)`] as const,
      ),
    );
}

/** The exceptions a process makes use of: what it says in its log when it starts. */
export function plainByName(given: Given): readonly Exception[] {
  const found = wanting(given);
  return exceptions.filter((name) => given[name] === 'true' && found[name].length > 0);
}
