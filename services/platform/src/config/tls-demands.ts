import { z } from 'zod';

/** Whether a process refuses to start when it would speak in the clear, or with somebody it does not know. */
export const tlsDemands = { REQUIRE_TLS: z.enum(['true', 'false']).default('false') };

interface Given {
  readonly REQUIRE_TLS: 'true' | 'false';
  readonly KAFKA_BROKERS: readonly string[];
  readonly KAFKA_TLS: 'true' | 'false';
  readonly KAFKA_CERT?: string | undefined;
  readonly KAFKA_SASL_MECHANISM?: string | undefined;
  readonly MONGO_URL: string;
  readonly GRPC_CA_FILE?: string | undefined;
  readonly GRPC_PORT: number;
  readonly BIND: string;
  readonly PEERS: Readonly<Record<string, string>>;
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

/** What REQUIRE_TLS forbids, as [setting, sentence]. */
export function unmetTlsDemands(given: Given): Unmet {
  if (given.REQUIRE_TLS !== 'true') return [];
  const hosts = given.MONGO_URL.replace(/^mongodb(\+srv)?:\/\/([^@/?]*@)?/, '').split(/[/?]/)[0]!;
  const isKafkaAway = !given.KAFKA_BROKERS.every(isHere);
  const isCalled = given.GRPC_PORT > 0 && !isHere(given.BIND);
  const calls = Object.values(given.PEERS).some((address) => !isHere(address));
  const unmet: Unmet = [
    ...(isKafkaAway && given.KAFKA_TLS !== 'true' ? [['KAFKA_TLS', 'must be true'] as const] : []),
    ...(isKafkaAway && !given.KAFKA_SASL_MECHANISM && !given.KAFKA_CERT
      ? [['KAFKA_SASL_MECHANISM', 'or KAFKA_CERT must say who signs in'] as const]
      : []),
    ...(hosts.split(',').every(isHere) ? [] : mongoDemands(given.MONGO_URL)),
    ...((isCalled || calls) && !given.GRPC_CA_FILE ? [['GRPC_CA_FILE', 'must be given'] as const] : []),
  ];
  return unmet.map(([setting, sentence]) => [setting, `${sentence}, because REQUIRE_TLS is true`] as const);
}
