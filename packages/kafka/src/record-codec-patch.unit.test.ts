import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import Decoder from 'kafkajs/src/protocol/decoder';
import libraryDecodes from 'kafkajs/src/protocol/recordBatch/record/v0/decoder';
import libraryEncodes from 'kafkajs/src/protocol/recordBatch/record/v0/index';
import { partitionOf } from './partitions';
import { decodeRecord, encodeRecord } from '@lianban/record';

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
// The library keeps headers in an object that inherits: it takes a header named `toString` for a second one.
const name = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !(text in {}));
const record = fc.record({
  offsetDelta: fc.nat(),
  timestampDelta: fc.integer(),
  key: fc.option(fc.string({ unit: 'grapheme' })),
  value: fc.option(bytes),
  headers: fc.dictionary(name, fc.string({ unit: 'grapheme', maxLength: 200 }), { maxKeys: 15, noNullPrototype: true }),
});
const batch = {
  firstOffset: '4294967290',
  firstTimestamp: '1772413200000',
  maxTimestamp: '1772413200999',
  magicByte: 2,
  isControlBatch: false,
  timestampType: 0,
};

/** What stands behind the length a record begins with. */
const body = (encoded: Buffer) => new Decoder(encoded).readVarIntBytes();

test('a record has the very bytes the library would write', () => {
  fc.assert(
    fc.property(record, (one) => {
      expect(encodeRecord(one).buffer).toEqual(libraryEncodes(one).buffer);
    }),
  );
});

test('a record says what the library would read, in text', () => {
  fc.assert(
    fc.property(record, (one) => {
      const written = body(libraryEncodes(one).buffer);
      const theirs = libraryDecodes(new Decoder(written), batch);
      const headers = Object.fromEntries(Object.entries(theirs.headers).map(([key, value]) => [key, String(value)]));
      const key = theirs.key === null ? null : String(theirs.key);
      expect(decodeRecord(new Decoder(written), batch)).toEqual({ ...theirs, key, headers });
    }),
  );
});

test('a header without a value is none, and of two with one name the first counts', () => {
  const text = (value: string) => [value.length * 2, ...Buffer.from(value)];
  const none = 1;
  const headers = [6, ...text('a'), none, ...text('b'), ...text('1'), ...text('b'), ...text('2')];
  const written = Buffer.from([0, 0, 0, none, none, ...headers]);
  expect(decodeRecord({ buffer: written }, batch)).toMatchObject({ key: null, value: null, headers: { b: '1' } });
});

test('the key of a control record stays bytes, which the library reads', () => {
  const written = body(libraryEncodes({ key: 'k', value: null }).buffer);
  const read = decodeRecord({ buffer: written }, { ...batch, isControlBatch: true });
  expect(read).toMatchObject({ key: Buffer.from('k'), isControlRecord: true });
});

test('the time a broker stamped counts before the producer’s', () => {
  const written = body(libraryEncodes({ key: 'k', value: null, timestampDelta: 5 }).buffer);
  expect(decodeRecord({ buffer: written }, { ...batch, timestampType: 1 }).timestamp).toBe(batch.maxTimestamp);
});

test('offsets beyond what a number can tell exactly are added exactly', () => {
  const written = body(libraryEncodes({ key: 'k', value: null, offsetDelta: 7 }).buffer);
  const far = { ...batch, firstOffset: '9007199254740993' };
  expect(decodeRecord({ buffer: written }, far).offset).toBe('9007199254741000');
});

test('a record cut off in the middle of a number is an error, not an endless loop', () => {
  expect(() => decodeRecord({ buffer: Buffer.from([0, 0x80]) }, batch)).toThrow('ends in the middle');
});

test('a key goes to the partition the library would choose', () => {
  const choose = Partitioners.DefaultPartitioner();
  const partitionMetadata = Array.from({ length: 7 }, (_, partitionId) => ({ partitionId, leader: 0 }) as never);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (key) => {
      expect(partitionOf(key, 7)).toBe(choose({ topic: 't', partitionMetadata, message: { key, value: null } }));
    }),
  );
});
