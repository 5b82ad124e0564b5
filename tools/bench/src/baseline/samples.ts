import { BSON, type Document } from 'mongodb';

/** A record as the system sent it, but for its key. */
export interface SampleRecord {
  /** In base64. */
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a baseline document is known by; everything else in it is as the system wrote it. */
export interface BaselineDocument extends Document {
  _id: string;
  /** How often it was written. */
  version: number;
}

/** One application as the system wrote and sent it: the baseline writes and sends the same, under other numbers. */
export interface Samples {
  /** The application when it is first stored. */
  readonly application: Document;
  /** What each department's reply changes in it. */
  readonly replies: Readonly<Record<string, Document>>;
  /** Each department's own document. */
  readonly cases: Readonly<Record<string, Document>>;
  readonly records: {
    readonly commands: Readonly<Record<string, SampleRecord>>;
    readonly replies: Readonly<Record<string, SampleRecord>>;
    readonly ended: SampleRecord;
  };
}

/** Dates and kinds of numbers outlive the way to a worker. */
export const packed = (samples: Samples): string => BSON.EJSON.stringify(samples, { relaxed: false });
export const unpacked = (text: string): Samples => BSON.EJSON.parse(text) as Samples;

/** Bytes of what one application writes and sends. */
export interface Sizes {
  /** BSON of an application when it is first stored, and of a department's case. */
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
