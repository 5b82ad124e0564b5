import { BSON, type Document } from 'mongodb';

/** A record of the system, without its key. */
export interface SampleRecord {
  /** Base64. */
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A document of the baseline: these fields, and the system's own for the rest. */
export interface BaselineDocument extends Document {
  _id: string;
  /** Number of writes. */
  version: number;
}

/** One application's documents and records of the system, which the baseline writes and sends under other numbers. */
export interface Samples {
  /** The application as first stored. */
  readonly application: Document;
  /** The update of each department's reply. */
  readonly replies: Readonly<Record<string, Document>>;
  /** Each department's own document. */
  readonly cases: Readonly<Record<string, Document>>;
  readonly records: {
    readonly commands: Readonly<Record<string, SampleRecord>>;
    readonly replies: Readonly<Record<string, SampleRecord>>;
    readonly ended: SampleRecord;
  };
}

/** EJSON keeps dates and number types on the way to a worker. */
export const packed = (samples: Samples): string => BSON.EJSON.stringify(samples, { relaxed: false });
export const unpacked = (text: string): Samples => BSON.EJSON.parse(text) as Samples;

/** Bytes written and sent for one application. */
export interface Sizes {
  /** BSON size of an application as first stored, and of a case. */
  readonly application: number;
  readonly case: number;
  /** Value and headers of a record. */
  readonly record: number;
}

const mean = (sizes: readonly number[]) => Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);

export function sizesOf({ application, cases, records }: Samples): Sizes {
  const weigh = ({ value, headers }: SampleRecord) =>
    Buffer.byteLength(value, 'base64') + Object.entries(headers).reduce((sum, pair) => sum + pair.join('').length, 0);
  const { commands, replies, ended } = records;
  return {
    application: BSON.calculateObjectSize(application),
    case: mean(Object.values(cases).map((each) => BSON.calculateObjectSize(each))),
    record: mean([...Object.values(commands), ...Object.values(replies), ended].map(weigh)),
  };
}
