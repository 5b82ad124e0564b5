import { buf } from './buf';
import { type Contracts, type FieldDescriptor, readContracts } from './descriptors';
import { goldens } from './goldens';

const contracts = readContracts();
const named = goldens.map((golden) => [golden.type.$type, golden] as const);

/** Field 2047, a text of three letters. */
const unknownField = Buffer.from([0xfa, 0x7f, 3, 0x6e, 0x65, 0x77]);

describe.each(named)('a %s as it was published', (_name, { type, bytes, value }) => {
  test('is still read as what it said', () => {
    expect(type.decode(bytes)).toEqual(type.fromPartial(value as object));
  });

  test('is read the same when a later version has said more in it', () => {
    const later = Buffer.concat([bytes, unknownField]);
    expect(type.decode(later)).toEqual(type.decode(bytes));
  });

  test('is still written the same way', () => {
    expect(Buffer.from(type.encode(type.decode(bytes)).finish()).toString('hex')).toBe(bytes.toString('hex'));
  });
});

test('every message that travels on a topic has its golden bytes', () => {
  expect([...new Set(goldens.map(({ type }) => type.$type))].sort()).toEqual(contracts.published);
});

test.each(contracts.published)('the golden bytes of %s say something in every field', (name) => {
  const samples = goldens.filter(({ type }) => type.$type === name).map(({ value }) => value);
  expect(silentFields(contracts, name, samples)).toEqual([]);
});

test('another implementation of protobuf reads the same in them', () => {
  const decided = goldens.find(({ type }) => type.$type === 'casework.v1.StepDecided')!;
  const { ok, stdout } = buf(
    ['convert', '--type', 'casework.v1.StepDecided', '--from', '-#format=binpb', '--to', '-#format=json'],
    decided.bytes,
  );
  expect(ok).toBe(true);
  expect(JSON.parse(stdout)).toMatchObject({
    ref: { applicationNumber: 'LB-310115-20260302-000042', department: 'permits' },
    outcome: 'OUTCOME_GRANTED',
    facts: { permitNumber: 'HA-2026-000007', amountCents: 123_400, grades: [1, 2], pending: false },
    grounds: [{ rule: 'home-adaptation', met: true }],
    decidedBy: 'DECIDED_BY_OFFICER',
    decidedAt: '2026-03-09T07:45:30.125Z',
  });
});

/** Paths of fields no sample gives a value: a field added to a message wants golden bytes of its own. */
function silentFields({ fields }: Contracts, message: string, samples: readonly unknown[]): string[] {
  return (fields.get(message) ?? []).flatMap((field) => {
    const given = samples.flatMap((sample) => valuesOf(sample, field)).filter(says);
    if (given.length === 0) return [`${message}.${field.name}`];
    const inner = field.typeName?.replace(/^\./, '') ?? '';
    return inner.startsWith('google.') ? [] : silentFields({ fields, published: [] }, inner, given);
  });
}

const valuesOf = (sample: unknown, { jsonName }: FieldDescriptor): unknown[] =>
  [(sample as Record<string, unknown>)[jsonName]].flat();

/** Whether a value is written at all: defaults are not. */
const says = (value: unknown) => ![undefined, '', 0, false, 'UNSPECIFIED'].some((silent) => silent === value);
