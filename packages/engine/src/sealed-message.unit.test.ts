import { randomBytes } from 'node:crypto';
import { casework, encodeFor, forAddressee, messageTypeRegistry, openFor, steps } from '@lianban/protos';
import { type RingKeys, openerOf, sealerOf } from '@lianban/vault';

const keys = (): RingKeys => [{ id: 'k1', cipher: 'aes-256-gcm', secret: randomBytes(32) }];
const [ours, others] = [keys(), keys()];
const place = { service: 'applications', subject: 'LB1/licence', sequence: 3 };
const at = new Date('2026-03-02T01:00:00Z');
const materials = [{ code: 'plan', grade: 'B', reference: 'blob/7f3a' }];
const open = { ref: { applicationNumber: 'LB1', step: 'licence' }, requestedAt: at };
const said = {
  answers: { note: 'my mother is ill' },
  earlier: { means: { outcome: 'granted' } },
  residentId: 'r-0042',
  subjectId: 'r-0043',
};

const samples = new Map<string, object>([
  [casework.v1.StepRequested.$type, { ...open, ...said, materials, filedBy: ['agent-7'], capability: 'header.proof' }],
  [casework.v1.SupplementProvided.$type, { answers: said.answers, materials, providedBy: 'agent-7', providedAt: at }],
  [steps.v1.StepRequested.$type, { ...open, ...said }],
]);
const typeOf = (name: string) => messageTypeRegistry.get(name)!;

describe.each([...forAddressee])('a sealed %s', (name, fields) => {
  const type = typeOf(name);
  const sample = samples.get(name)!;
  const bytes = encodeFor(type, sample, place, sealerOf(ours));
  const read = type.decode(bytes) as Record<string, unknown>;

  test('says to its addressee what it says in the clear', () => {
    expect(openFor(type, read, place, openerOf(ours))).toEqual({
      ...(type.fromPartial(sample) as object),
      sealed: undefined,
    });
  });

  test('says to nobody else what only the addressee needs', () => {
    const empty = type.fromPartial({}) as Record<string, unknown>;
    for (const field of fields) {
      expect(sample).toHaveProperty(field);
      expect(read[field]).toEqual(empty[field]);
    }
    for (const word of ['ill', 'r-0042', 'agent-7', 'blob', 'granted', 'proof'])
      expect(Buffer.from(bytes).includes(word)).toBe(false);
    expect(() => openFor(type, read, place, openerOf(others))).toThrow();
  });

  test.each([
    ['of another application', { ...place, subject: 'LB2/licence' }],
    ['of another sequence', { ...place, sequence: 4 }],
    ['of another service', { ...place, service: 'residents' }],
  ])('opens in no record %s', (_, elsewhere) => {
    expect(() => openFor(type, read, elsewhere, openerOf(ours))).toThrow();
  });

  test('opens as no message of another type', () => {
    for (const other of [...forAddressee.keys()].filter((each) => each !== name)) {
      const moved = { ...(typeOf(other).fromPartial({}) as object), sealed: read['sealed'] };
      expect(() => openFor(typeOf(other), moved, place, openerOf(ours))).toThrow();
    }
  });

  test('hides what stands open beside the sealed part', () => {
    const both = { ...read, answers: { note: 'forged' } };
    expect(openFor(type, both, place, openerOf(ours))).toMatchObject({ answers: said.answers });
  });

  test('is written as ever where there is no key', () => {
    const clear = encodeFor(type, sample, place, undefined);
    expect(clear).toEqual(type.encode(type.fromPartial(sample)).finish());
    expect(openFor(type, type.decode(clear), place, openerOf([]))).toEqual(type.fromPartial(sample));
  });
});

test('a message that has no such part is never sealed', () => {
  const { ObjectionRaised } = casework.v1;
  const sample = { objection: 'o-1' };
  const type = typeOf(ObjectionRaised.$type);
  expect(encodeFor(type, sample, place, sealerOf(ours))).toEqual(type.encode(type.fromPartial(sample)).finish());
});
