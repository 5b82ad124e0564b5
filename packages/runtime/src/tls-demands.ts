import { z } from 'zod';

const flag = z.enum(['true', 'false']);

/**
 * Whether a process refuses to start when it would send plaintext, or would not verify its peers. In production it does,
 * except for what these settings allow by name.
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
/** The setting that allows one of the three to go without TLS. */
export type Exception = (typeof exceptions)[number];

interface TlsSettings extends Readonly<Record<Exception, 'true' | 'false'>> {
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
type Unmet = readonly (readonly [keyof TlsSettings, string])[];

// Connections to this machine use no network. The defaults of a process without Kafka or MongoDB also point here.
const isLocal = (address: string) => /^(127(\.\d+){3}|localhost|\[::1\])(:\d+)?$/.test(address);

const [weak, signedIn] = [/^tls(Insecure|AllowInvalid\w+)$/, /^mongodb(\+srv)?:\/\/[^/?]+@/];
function mongoDemands(url: string): Unmet {
  const options = new URLSearchParams(url.split('?')[1]);
  const tls = options.get('tls') ?? options.get('ssl') ?? String(url.startsWith('mongodb+srv:'));
  const isWeakened = [...options].some(([name, value]) => weak.test(name) && value === 'true');
  const isKnown = signedIn.test(url) || options.get('authMechanism') === 'MONGODB-X509';
  return [
    ...(tls === 'true' ? [] : [['MONGO_URL', 'must say tls=true'] as const]),
    ...(isWeakened ? [['MONGO_URL', 'must not turn the check of certificates off'] as const] : []),
    ...(isKnown ? [] : [['MONGO_URL', 'must say who signs in'] as const]),
  ];
}

/** The unmet demands, by the setting that would allow each. */
function demands(given: TlsSettings): Readonly<Record<Exception, Unmet>> {
  const hosts = given.MONGO_URL.replace(/^mongodb(\+srv)?:\/\/([^@/?]*@)?/, '').split(/[/?]/)[0]!;
  const isKafkaRemote = !given.KAFKA_BROKERS.every(isLocal);
  const isCalled = given.GRPC_PORT > 0 && !isLocal(given.BIND);
  const calls = Object.values(given.SERVICE_ADDRESSES).some((address) => !isLocal(address));
  return {
    ALLOW_PLAIN_KAFKA: [
      ...(isKafkaRemote && given.KAFKA_TLS !== 'true' ? [['KAFKA_TLS', 'must be true'] as const] : []),
      ...(isKafkaRemote && !given.KAFKA_SASL_MECHANISM && !given.KAFKA_CERT
        ? [['KAFKA_SASL_MECHANISM', 'or KAFKA_CERT must say who signs in'] as const]
        : []),
    ],
    ALLOW_PLAIN_MONGO: hosts.split(',').every(isLocal) ? [] : mongoDemands(given.MONGO_URL),
    ALLOW_PLAIN_GRPC: (isCalled || calls) && !given.GRPC_CA_FILE ? [['GRPC_CA_FILE', 'must be given'] as const] : [],
  };
}

/** The demands that keep a process from starting, as [setting, sentence]; the sentence names what would allow it. */
export function unmetTlsDemands(given: TlsSettings): Unmet {
  const isProduction = given.LIANBAN_ENV === 'production';
  if (isProduction && given.REQUIRE_TLS === 'false')
    return [['REQUIRE_TLS', `cannot be false in production: what may go without is named by ${exceptions.join(', ')}`]];
  if (given.REQUIRE_TLS === 'true') {
    const contradicting = exceptions.filter((name) => given[name] === 'true');
    const unmet = Object.values(demands(given)).flat();
    return [
      ...contradicting.map((name) => [name, 'cannot be true, because REQUIRE_TLS is true'] as const),
      ...unmet.map(([setting, sentence]) => [setting, `${sentence}, because REQUIRE_TLS is true`] as const),
    ];
  }
  if (!isProduction) return [];
  const found = demands(given);
  return exceptions
    .filter((name) => given[name] === 'false')
    .flatMap((name) =>
      found[name].map(
        ([setting, sentence]) =>
          [setting, `${sentence}, because LIANBAN_ENV is production (${name}=true starts without)`] as const,
      ),
    );
}

/** The exceptions that this process uses; it logs them when it starts. */
export function plainByName(given: TlsSettings): readonly Exception[] {
  const found = demands(given);
  return exceptions.filter((name) => given[name] === 'true' && found[name].length > 0);
}
