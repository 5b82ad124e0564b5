import { casework } from '@lianban/protos';
import { type LoadedDocument, documentKey } from './document';
import { type BatchContext, decideBatch } from './decide-batch';
import { refuse } from '@lianban/model';
import { type Tally, type TallyCommand, tally } from '@lianban/testing';
import type { CommandEnvelope } from './command-envelope';

const now = new Date('2026-03-02T01:00:00Z');
const context: BatchContext = {
  service: 'counting',
  topic: 'counting.v1',
  aggregates: new Map([['tallies', tally]]),
  now,
  requestTimeoutMs: () => 1000,
};
const nothing = { state: { total: 0, rings: 0 }, seen: {}, sent: {} };
const entry = (id: string, more: Partial<LoadedDocument> = {}): [string, LoadedDocument] => [
  documentKey('tallies', id),
  {
    aggregate: 'tallies',
    id,
    loaded: 0,
    version: 0,
    base: nothing,
    ...nothing,
    lastBatch: '',
    asks: [],
    ...more,
  },
];
const work = (id: string, command: TallyCommand, more: Partial<CommandEnvelope> = {}): CommandEnvelope => ({
  addressed: { aggregate: 'tallies', id, command },
  ...more,
});
const from = (sequence: number) => ({ source: { subject: 'elsewhere:A/x', sequence } });
/** What the decisions need and were not given is listed in `missing`. */
function decide(batch: CommandEnvelope[], ...entries: [string, LoadedDocument][]) {
  const loaded = new Map(entries);
  const missing: string[] = [];
  const find = ({ aggregate, id }: { aggregate: string; id: string }) => {
    const found = loaded.get(documentKey(aggregate, id));
    if (!found) missing.push(documentKey(aggregate, id));
    return found;
  };
  return { ...decideBatch(batch, find, context), missing };
}
const total = (found: LoadedDocument | undefined) => (found?.state as Tally).total;

test('what a later piece of work sees includes what an earlier one changed, and each record gets the next sequence', () => {
  const batch = decide(
    [work('A/x', { type: 'Add', amount: 2 }), work('A/x', { type: 'Add', amount: 3 })],
    entry('A/x'),
  );
  expect(batch.changed.map(total)).toEqual([5]);
  expect(batch.changed[0]).toMatchObject({ loaded: 0, version: 2, sent: { 'A/x': 2 } });
  expect(batch.records.map((record) => [record.key, record.headers['ce_id'], record.headers['ce_sequence']])).toEqual([
    ['A', 'counting/A/x/1', '1'],
    ['A', 'counting/A/x/2', '2'],
  ]);
  expect(casework.v1.ClockPaused.decode(batch.records[1]!.value).reason).toBe('3 of 5');
});

test('a record is a CloudEvent in binary mode', () => {
  const { records } = decide(
    [work('A/x', { type: 'Add', amount: 2 }, { causation: 'c1', traceparent: '00-t' })],
    entry('A/x'),
  );
  expect(records[0]).toMatchObject({
    topic: 'counting.v1',
    headers: {
      ce_specversion: '1.0',
      ce_type: 'casework.v1.ClockPaused',
      ce_source: 'lianban/counting',
      ce_subject: 'A/x',
      ce_time: now.toISOString(),
      ce_correlationid: 'A',
      ce_causationid: 'c1',
      traceparent: '00-t',
      'content-type': 'application/protobuf',
    },
  });
});

test('a record heard twice has one effect, and its mark is written with the state', () => {
  const first = decide(
    [work('A/x', { type: 'Add', amount: 2 }, from(1)), work('A/x', { type: 'Add', amount: 2 }, from(1))],
    entry('A/x'),
  );
  expect(first.outcomes.map(({ is }) => is)).toEqual(['done', 'duplicate']);
  expect(first.changed.map(total)).toEqual([2]);
  expect(first.changed[0]!.seen).toEqual({ 'elsewhere:A/x': 1 });
});

test('of whom a document does not hear, nothing is counted, whatever the record says and however far ahead it is', () => {
  const choosy = {
    ...tally,
    disbelieves: (place: string) => (place === 'elsewhere:A/x' ? undefined : refuse('no', 'No.')),
  };
  const among = { ...context, aggregates: new Map([['tallies', choosy]]) };
  const [, old] = entry('A/x', { loaded: 4, version: 4, seen: { 'elsewhere:A/x': 1 } });
  const told = (place: string, sequence: number, more: Partial<CommandEnvelope> = {}) =>
    decideBatch(
      [work('A/x', { type: 'Add', amount: 2 }, { source: { subject: place, sequence }, ...more })],
      () => old,
      among,
    );
  const disbelieved = { outcomes: [{ is: 'refused', refusal: { refused: 'no', disbelieved: true } }], changed: [] };
  for (const sequence of [1, 2, 7]) {
    expect(told('stranger:A/x', sequence)).toMatchObject(disbelieved);
    expect(told('stranger:A/x', sequence, { ackOnly: true })).toMatchObject(disbelieved);
  }
  expect(told('elsewhere:A/x', 2).changed.map(total)).toEqual([2]);
});

test('a gap is never applied', () => {
  const batch = decide(
    [work('A/x', { type: 'Add', amount: 2 }, from(3))],
    entry('A/x', { loaded: 4, version: 4, seen: { 'elsewhere:A/x': 1 } }),
  );
  expect(batch.outcomes).toEqual([{ is: 'gap', expected: 2 }]);
  expect(batch.changed).toEqual([]);
});

test('records that only count come with the next one: all of them are heard, a hole before them is not', () => {
  const joined = (sequence: number, first: number) => ({
    source: { subject: 'elsewhere:A/x', sequence, from: first },
  });
  const old = (seen: number) => entry('A/x', { loaded: 4, version: 4, seen: { 'elsewhere:A/x': seen } });
  const heard = decide([work('A/x', { type: 'Add', amount: 2 }, joined(4, 2))], old(1));
  expect(heard.changed[0]!.seen).toEqual({ 'elsewhere:A/x': 4 });
  expect(decide([work('A/x', { type: 'Add', amount: 2 }, joined(4, 2))], old(3)).changed.map(total)).toEqual([2]);
  expect(decide([work('A/x', { type: 'Add', amount: 2 }, joined(4, 2))], old(4)).outcomes).toEqual([
    { is: 'duplicate' },
  ]);
  expect(decide([work('A/x', { type: 'Add', amount: 2 }, joined(4, 3))], old(1)).outcomes).toEqual([
    { is: 'gap', expected: 2 },
  ]);
});

test('a refused record is recorded as heard; a refused request leaves nothing', () => {
  const old = entry('A/x', { loaded: 1, version: 1 });
  const heard = decide([work('A/x', { type: 'Add', amount: 0 }, from(1))], old);
  expect(heard.outcomes[0]).toMatchObject({ is: 'refused', refusal: { refused: 'not-positive', pointer: '/amount' } });
  expect(heard.changed.map(({ seen, version }) => ({ seen, version }))).toEqual([
    { seen: { 'elsewhere:A/x': 1 }, version: 2 },
  ]);
  expect(decide([work('A/x', { type: 'Add', amount: 0 })], old).changed).toEqual([]);
  expect(decide([work('B/x', { type: 'Add', amount: 0 }, from(1))], entry('B/x')).changed).toEqual([]);
});

test('a follow-up on another document is one with its cause: all happen, or none', () => {
  const both = decide([work('A/x', { type: 'Add', amount: 2, passTo: 'B/x' })], entry('A/x'), entry('B/x'));
  expect(both.changed.map((found) => [found.id, total(found)])).toEqual([
    ['A/x', 2],
    ['B/x', 1],
  ]);
  const none = decide([work('A/x', { type: 'Add', amount: 1, passTo: 'B/x' })], entry('A/x'), entry('B/x'));
  expect(none.outcomes[0]).toMatchObject({ is: 'refused', refusal: { refused: 'not-positive' } });
  expect(none).toMatchObject({ changed: [], records: [] });
});

test('a document a follow-up needs and that was not loaded is asked for', () => {
  expect(decide([work('A/x', { type: 'Add', amount: 2, passTo: 'B/x' })], entry('A/x'))).toMatchObject({
    missing: [documentKey('tallies', 'B/x')],
    changed: [],
    records: [],
  });
});

test('a rule with a bug harms nobody else in the batch', () => {
  const batch = decide(
    [work('A/x', { type: 'Break' }), work('B/x', { type: 'Add', amount: 1 })],
    entry('A/x'),
    entry('B/x'),
  );
  expect(batch.outcomes.map(({ is }) => is)).toEqual(['broken', 'done']);
  expect(batch.changed.map(({ id }) => id)).toEqual(['B/x']);
});

test('what no record can carry is refused to whoever waits for the answer; heard from a topic it is broken', () => {
  const Added = () => ({ type: casework.v1.ClockPaused, value: { reason: 'x'.repeat(900_001) } });
  const kinds = new Map([['tallies', { ...tally, announce: { ...tally.announce, Added } }]]);
  const add: TallyCommand = { type: 'Add', amount: 1 };
  const works = [work('A/x', add), work('A/x', add, from(1))];
  const [, document] = entry('A/x');
  const batch = decideBatch(works, () => document, { ...context, aggregates: kinds });
  expect(batch.outcomes).toMatchObject([{ is: 'refused', refusal: { refused: 'too-large' } }, { is: 'broken' }]);
  expect(batch.changed).toEqual([]);
});

test('a question is stored with what raised it, and answered once', () => {
  const asked = decide([work('A/x', { type: 'Ask' })], entry('A/x')).changed[0]!;
  expect(asked.asks).toEqual([
    { id: '1.0', name: 'how-many', input: { of: 'apples' }, deadlineAt: new Date(now.getTime() + 1000) },
  ]);
  const answer = work('A/x', { type: 'Answer', amount: 4 }, { requestId: '1.0' });
  const answered = decide([answer, answer], [documentKey('tallies', 'A/x'), { ...asked, loaded: 1 }]);
  expect(answered.outcomes.map(({ is }) => is)).toEqual(['done', 'duplicate']);
  expect(answered.changed[0]).toMatchObject({ asks: [], state: { total: 4 } });
});

test('a document is woken by its own state, once, and not before its time', () => {
  const ring = work('A/x', { type: 'Ring' }, { isTimeout: true });
  const due = entry('A/x', { loaded: 1, version: 1, state: { total: 0, rings: 0, alarmAt: now } });
  expect((decide([ring, ring], due).changed[0]!.state as Tally).rings).toBe(1);
  const later = entry('A/x', {
    loaded: 1,
    version: 1,
    state: { total: 0, rings: 0, alarmAt: new Date(now.getTime() + 1) },
  });
  expect(decide([ring], later).changed).toEqual([]);
});

test('an officer who saw an older version is told so', () => {
  const batch = decide(
    [work('A/x', { type: 'Add', amount: 1 }, { ifVersion: 3 })],
    entry('A/x', { loaded: 4, version: 4 }),
  );
  expect(batch.outcomes[0]).toMatchObject({ is: 'refused', refusal: { refused: 'version-conflict' } });
});

test('a record that means nothing to us still counts in the sequence, but never makes a document', () => {
  const skip = { ...work('A/x', { type: 'Ask' }, from(1)), ackOnly: true };
  expect(decide([skip], entry('A/x', { loaded: 1, version: 1 })).changed[0]).toMatchObject({
    seen: { 'elsewhere:A/x': 1 },
    state: { total: 0 },
  });
  expect(decide([skip], entry('A/x')).changed).toEqual([]);
});
