import type { IHeaders } from 'kafkajs';
import type { ReadRecord } from '../../src/topics';
import type { Chance } from './chance';
import { deepMessage } from './messages';

export interface BrokenRecord {
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: IHeaders;
}

// The field numbers at which messages of records have a Struct.
const deep = deepMessage(2, 6, 7);

/** The number of an application that does not exist, so that broken records affect no other test. */
const nobody = (chance: Chance): string => `LB20260302${String(900_000 + chance.below(99_999))}`;

/** Copies of a record, each malformed in one way. */
export function brokenRecords(like: ReadRecord, chance: Chance): BrokenRecord[] {
  const record = () => ofNobody(like, nobody(chance));
  const valued = (change: (value: Buffer) => Buffer | null): BrokenRecord => {
    const given = record();
    return { ...given, value: change(given.value!) };
  };
  const headed = (headers: IHeaders): BrokenRecord => {
    const given = record();
    return { ...given, headers: { ...given.headers, ...headers } };
  };
  const at = chance.below(like.value.length);
  return [
    { ...record(), key: null },
    { ...record(), key: '' },
    { ...record(), key: '\0$.' },
    { ...record(), headers: {} },
    valued(() => null),
    valued(() => Buffer.alloc(0)),
    valued((value) => value.subarray(0, at)),
    valued((value) => Buffer.concat([value, chance.bytes(40)])),
    valued(() => chance.bytes(300)),
    valued((value) => {
      const flipped = Buffer.from(value);
      for (let n = 0; n < 5; n++) flipped[chance.below(flipped.length)] = chance.below(256);
      return flipped;
    }),
    valued(() => deep),
    valued((value) => Buffer.concat([value, deep])),
    headed({ ce_sequence: chance.pick(['0', '-1', 'x', '', '9007199254740993', '1e9', '2.5']) }),
    headed({ ce_subject: chance.pick(['', '/', '$', 'a.b', '../x', '__proto__', 'constructor/x', 'x'.repeat(5_000)]) }),
    headed({ ce_source: chance.pick(['', 'lianban/', 'lianban/../x', 'lianban/__proto__', chance.bytes(30)]) }),
    headed({ ce_time: chance.pick(['', 'yesterday', '+275760-09-13T00:00:00.001Z', '-1']) }),
    headed({ ce_type: chance.pick(['', '__proto__', 'constructor', 'casework.v1.', 'google.protobuf.Struct']) }),
    headed({ ce_sequence: String(2 + chance.below(9)) }),
    headed({ ce_type: like.type, traceparent: chance.pick(['', 'x', chance.bytes(55)]) }),
    headed({ ce_department: chance.pick(['', '__proto__', chance.bytes(10)]) }),
    headed({ 'x-much': 'x'.repeat(100_000) }),
    headed({ ce_id: chance.bytes(2_000), ce_specversion: '9' }),
    headed(Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`x-${n}`, chance.bytes(20)]))),
  ];
}

/** The same record for an application that does not exist: in its key, headers and message. */
function ofNobody({ key, value, headers }: ReadRecord, number: string) {
  const instead = (text: string) => text.replaceAll(key, number);
  return {
    key: number,
    value: Buffer.from(value.toString('latin1').replaceAll(key, number), 'latin1') as Buffer | null,
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, instead(text)])) as IHeaders,
  };
}
