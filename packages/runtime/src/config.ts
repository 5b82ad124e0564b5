import { z } from 'zod';
import { grpcContradictions, grpcSettings, grpcTls } from '@lianban/grpc';
import { brokerSecurity, kafkaContradictions, kafkaSecurity } from '@lianban/kafka';
import { readSettings, withNewNames } from '@lianban/settings';
import { type RingKeys, readRingKeys } from '@lianban/vault';
import { plainByName, tlsDemands, unmetTlsDemands } from './tls-demands';

const hostAndPort = /^(\[[\da-fA-F:]+\]|[\w.-]+):\d{1,5}$/;
// The driver's errors quote a malformed URL with its password, so such a URL is rejected before.
const mongoUrl =
  /^mongodb(\+srv)?:\/\/([^@/\s]+@)?(\[[\da-fA-F:]+\]|[\w.-]+)(:\d{1,5})?(,(\[[\da-fA-F:]+\]|[\w.-]+)(:\d{1,5})?)*(\/[^\s]*)?$/;
const partsOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const list = z
  .string()
  .transform(partsOf)
  .refine(
    (parts) => parts.length > 0 && parts.every((part) => hostAndPort.test(part)),
    'is host:port, several with commas',
  );
const number = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'must be a number')
  .transform(Number);
const whole = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);
const port = whole.pipe(z.number().min(0).max(65535));
const addresses = z
  .string()
  .transform(partsOf)
  .refine(
    (parts) => parts.every((part) => /^[\w-]+=/.test(part) && hostAndPort.test(part.replace(/^[\w-]+=/, ''))),
    'is service=host:port, several with commas',
  )
  .transform((parts) => Object.fromEntries(parts.map((part) => part.split('=', 2) as [string, string])));
const failpoint = z
  .string()
  .regex(
    /^(inside-commit|after-commit|after-publish|before-offset)@[1-9]\d{0,5}$/,
    'is inside-commit, after-commit, after-publish or before-offset, and @N: the Nth pass',
  )
  .transform((text) => {
    const [point = '', pass] = text.split('@');
    return { point: point as 'inside-commit' | 'after-commit' | 'after-publish' | 'before-offset', pass: Number(pass) };
  });
const exporter = z.enum(['none', 'otlp', 'prometheus']);
const exporters = z
  .string()
  .transform(partsOf)
  .refine(
    (parts) => parts.every((part) => exporter.safeParse(part).success),
    'is none, otlp, prometheus, or two with a comma',
  )
  .transform((parts) => parts as z.infer<typeof exporter>[]);
const dataKeys = z.string().transform((text, context): RingKeys => {
  const keys = readRingKeys(text);
  if (!('wrong' in keys)) return keys;
  context.addIssue({ code: 'custom', message: keys.wrong });
  return z.NEVER;
});
const prefix = z.string().regex(/^[\w.-]*$/, 'may hold letters, digits, "_", "-" and "." only');

/** Every setting of the platform by its environment name, with the local stack's default. */
const settings = {
  LIANBAN_ENV: z
    .enum(['local', 'production'])
    .default('local')
    .describe(
      '`local` or `production`, which refuses time travel, what would go over the network in the clear, and the keys of a local stack',
    ),
  KAFKA_BROKERS: list.default(['127.0.0.1:9192']).describe('`host:port`, several with commas'),
  KAFKA_TOPIC_PREFIX: prefix.default('').describe('stands before the name of every topic and group'),
  ...kafkaSecurity,
  MONGO_URL: z
    .string()
    .regex(mongoUrl, 'is mongodb://user:password@host:port,…/?options, a password percent-encoded')
    .default('mongodb://127.0.0.1:27117/?replicaSet=rs0')
    .describe(
      'a replica set, without the name of a database; user, password, `authSource`, `tls=true` and `tlsCAFile` stand in it',
    ),
  MONGO_DB_PREFIX: prefix.default('').describe('stands before the name of every database'),
  DATA_KEYS: dataKeys
    .optional()
    .describe(
      'what seals personal data in the database: a key a line, `ID CIPHER SECRET`, cipher `aes-256-gcm` or `sm4`, secret 32 bytes in base64; the first seals, all open. Required in production; a local stack without it uses a key that anybody can compute',
    ),
  REQUEST_KEYS: dataKeys
    .optional()
    .describe(
      'opens what `applications` sealed for this service: keys as in `DATA_KEYS`, of which any opens. `applications` has the same in its `REQUEST_KEYS_FOLDER`',
    ),
  REQUESTS_HEARD_ON: z
    .enum(['own', 'shared'])
    // A process of the release before, which knows no such setting, says and hears on what all share.
    .default('shared')
    .describe(
      'where this service hears what `applications` asks of it: `shared` is `applications.v1`, as in releases without the other; `own` is the topic that it alone hears, once `applications` says `both` or `own`',
    ),
  DATA_SEALING: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      '`off` writes personal data in the clear and still reads what is sealed: for the upgrade that brings sealing',
    ),
  GRPC_PORT: port.default(0).describe('where this process answers calls; `0` is any free port'),
  ...grpcSettings,
  ...tlsDemands,
  HEALTH_PORT: port.default(0).describe('where this process answers probes and `GET /metrics`; `0` is any free port'),
  BIND: z.string().default('127.0.0.1').describe('the address it listens on'),
  SERVICE_ADDRESSES: addresses
    .default({})
    .describe('`name=host:port` of the services it may ask, several with commas; of the gateway, all of them'),
  TIME_TRAVEL: z
    .enum(['off', 'on'])
    .default('off')
    .describe('`on` lets `scripts/time-travel` move the city’s time; never in production'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('`trace`, `debug`, `info`, `warn`, `error` or `silent`'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url()
    .optional()
    .describe('where traces go, and metrics with `otlp`; without it no traces are made'),
  OTEL_METRICS_EXPORTER: exporters
    .optional()
    .describe(
      '`prometheus` answers `GET /metrics` on the health port, `otlp` sends to the endpoint; both with a comma, or `none`. Without it, `otlp` where there is an endpoint',
    ),
  OTEL_TRACES_SAMPLER_ARG: number
    .pipe(z.number().min(0).max(1))
    .default(1)
    .describe('the part of the traces that is kept, 0 to 1, where no caller has decided'),
  BATCH_MAX_COMMANDS: whole.pipe(z.number().min(1).max(5000)).default(1000).describe('the most commands in one batch'),
  FAILPOINT: failpoint
    .optional()
    .describe('ends the process at a point, for tests of what then holds; never in production'),
  STOP_GRACE_MS: whole
    .pipe(z.number().min(100).max(600_000))
    .default(15_000)
    .describe('the time to stop in; less than whoever sends the signal waits'),
};

/** Validates the settings one by one and against each other, and makes the config of them. */
export const platformSettings = z
  .object(settings)
  .refine((v) => v.LIANBAN_ENV !== 'production' || v.TIME_TRAVEL !== 'on', {
    path: ['TIME_TRAVEL'],
    message: 'must be "off" in production: only a local stack may move time',
    // Reported together with the other errors, not after them.
    when: () => true,
  })
  .refine((v) => v.LIANBAN_ENV !== 'production' || v.FAILPOINT === undefined, {
    path: ['FAILPOINT'],
    message: 'must not be set in production: it ends the process on purpose',
    when: () => true,
  })
  .refine((v) => !v.OTEL_METRICS_EXPORTER?.includes('otlp') || v.OTEL_EXPORTER_OTLP_ENDPOINT, {
    path: ['OTEL_METRICS_EXPORTER'],
    message: 'names otlp while OTEL_EXPORTER_OTLP_ENDPOINT is not set',
  })
  .refine((v) => v.LIANBAN_ENV !== 'production' || v.GRPC_PORT === 0 || v.PERSON_TOKEN_JWKS, {
    path: ['PERSON_TOKEN_JWKS'],
    message: 'is required in production: the public keys of the gateway’s person tokens, as JSON or as a file path',
    when: () => true,
  })
  .superRefine((v, context) => {
    for (const [name, message] of [...kafkaContradictions(v), ...grpcContradictions(v), ...unmetTlsDemands(v)])
      context.addIssue({ code: 'custom', path: [name], message });
  })
  .transform((v) => ({
    environment: v.LIANBAN_ENV,
    kafka: { brokers: v.KAFKA_BROKERS, topicPrefix: v.KAFKA_TOPIC_PREFIX, ...brokerSecurity(v) },
    mongo: { url: v.MONGO_URL, dbPrefix: v.MONGO_DB_PREFIX },
    sealing: { keys: v.DATA_KEYS, writes: v.DATA_SEALING === 'on' },
    requestKeys: v.REQUEST_KEYS ?? [],
    requestsHeardOn: v.REQUESTS_HEARD_ON,
    grpc: { bind: v.BIND, port: v.GRPC_PORT, addresses: v.SERVICE_ADDRESSES, tls: grpcTls(v) },
    persons: { keys: v.PERSON_TOKEN_JWKS, allowUnproven: v.ALLOW_UNPROVEN_PERSONS === 'true' },
    health: { bind: v.BIND, port: v.HEALTH_PORT },
    timeTravel: v.TIME_TRAVEL === 'on',
    log: { level: v.LOG_LEVEL },
    telemetry: {
      endpoint: v.OTEL_EXPORTER_OTLP_ENDPOINT,
      sampleRatio: v.OTEL_TRACES_SAMPLER_ARG,
      metrics: v.OTEL_METRICS_EXPORTER ?? (v.OTEL_EXPORTER_OTLP_ENDPOINT ? ['otlp' as const] : []),
    },
    batch: { maxCommands: v.BATCH_MAX_COMMANDS },
    stop: { graceMs: v.STOP_GRACE_MS },
    failpoint: v.FAILPOINT,
    plain: plainByName(v),
  }));

export type Config = z.output<typeof platformSettings>;
/** The step at which a process kills itself, for tests of recovery. */
export type Failpoint = NonNullable<Config['failpoint']>;

/** @throws ConfigError naming each wrong setting */
export function readConfig(
  given: Readonly<Record<string, string | undefined>>,
): Config & { renamed: readonly string[] } {
  const { env, warnings } = withNewNames(given);
  return Object.freeze({ ...readSettings(platformSettings, env), renamed: warnings });
}
