import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Fields that may hold personal data, at any depth up to three: they are redacted. */
const personal = [
  'name',
  'idNumber',
  'id_number',
  'phone',
  'address',
  'authorization',
  'token',
  'answers',
  'value',
  'state',
];
const paths = personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

// A message can hold personal data too, such as an error that quotes its input. ID and mobile numbers are found by their shape.
const idNumber = /(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?![\dA-Za-z])/g;
const mobile = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;

export const withoutPersonalNumbers = (text: string): string =>
  text.replace(idNumber, '[id]').replace(mobile, '[phone]');

/** The database driver's errors contain the state of the whole cluster: in an outage, hundreds of lines for each entry. */
function withoutCluster(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack, code } = pino.stdSerializers.err(error);
  return { type, message, stack, ...(code !== undefined && { code }) };
}

/** A pino logger: one JSON line per entry on stdout, personal data redacted by field name and by shape. */
export function createLog(service: string, level: string, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: { service },
    serializers: { err: withoutCluster },
    redact: { paths, censor: '[redacted]' },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: withoutPersonalNumbers },
  };
  return destination ? pino(options, destination) : pino(options);
}
