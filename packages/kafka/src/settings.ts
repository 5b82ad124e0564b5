import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { KafkaConnection } from './connection';

const certificate = z.string().refine((text) => {
  try {
    return new X509Certificate(text).raw.length > 0;
  } catch {
    return false;
  }
}, 'is one or more certificates in PEM');

const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** TLS to the brokers, a client certificate, and the login. */
export const kafkaSecurity = {
  KAFKA_TLS: z.enum(['true', 'false']).default('false').describe('`true`: the brokers are reached over TLS'),
  KAFKA_CA: certificate.optional().describe('certificates in PEM that vouch for the brokers; without it, the system’s'),
  KAFKA_CERT: certificate.optional().describe('this process’s certificate in PEM, for brokers that ask for one'),
  KAFKA_KEY: z
    .string()
    .includes('PRIVATE KEY', 'is a private key in PEM')
    .optional()
    .describe('its private key in PEM'),
  KAFKA_SASL_MECHANISM: z
    .string()
    .toLowerCase()
    .pipe(z.enum(mechanisms, 'is PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512'))
    .optional()
    .describe('how this process signs in: `PLAIN` (over TLS only), `SCRAM-SHA-256` or `SCRAM-SHA-512`'),
  KAFKA_SASL_USERNAME: z.string().optional().describe('who signs in; goes with a mechanism'),
  KAFKA_SASL_PASSWORD: z.string().optional().describe('the password of that user'),
};

type SecuritySettings = Readonly<z.output<z.ZodObject<typeof kafkaSecurity>>>;

/** Settings that contradict each other, as [setting, sentence]. */
export function kafkaContradictions(given: SecuritySettings): readonly (readonly [keyof SecuritySettings, string])[] {
  const { KAFKA_TLS, KAFKA_CA, KAFKA_CERT, KAFKA_KEY } = given;
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: user, KAFKA_SASL_PASSWORD: password } = given;
  const isTls = KAFKA_TLS === 'true';
  const found: [keyof SecuritySettings, string][] = [];
  if (!isTls && (KAFKA_CA || KAFKA_CERT || KAFKA_KEY))
    found.push(['KAFKA_TLS', 'must be true when KAFKA_CA, KAFKA_CERT or KAFKA_KEY is given']);
  if (Boolean(KAFKA_CERT) !== Boolean(KAFKA_KEY))
    found.push([KAFKA_CERT ? 'KAFKA_KEY' : 'KAFKA_CERT', 'is missing: a client certificate and its key go together']);
  if (!mechanism && (user || password))
    found.push(['KAFKA_SASL_MECHANISM', 'is missing: KAFKA_SASL_USERNAME or KAFKA_SASL_PASSWORD is given']);
  if (mechanism && !user) found.push(['KAFKA_SASL_USERNAME', 'is missing: KAFKA_SASL_MECHANISM is given']);
  if (mechanism && !password) found.push(['KAFKA_SASL_PASSWORD', 'is missing: KAFKA_SASL_MECHANISM is given']);
  if (mechanism === 'plain' && !isTls)
    found.push(['KAFKA_TLS', 'must be true with PLAIN: the password would go over the network as it is']);
  return found;
}

/** The TLS and SASL options of a connection. They hold secrets: never log them. */
export function brokerSecurity(given: SecuritySettings): Pick<KafkaConnection, 'ssl' | 'sasl'> {
  const { KAFKA_TLS, KAFKA_CA: ca, KAFKA_CERT: cert, KAFKA_KEY: key } = given;
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = given;
  return {
    ...(KAFKA_TLS === 'true' && { ssl: { ...(ca && { ca: [ca] }), ...(cert && key && { cert, key }) } }),
    ...(mechanism && username && password && { sasl: { mechanism, username, password } }),
  };
}
