import { type Update, addChanges } from './document-changes';
import { tableOf } from './hash-table';

function changes(before: unknown, after: unknown): Update {
  const update: Update = { $set: {} };
  addChanges(update, 'state', before, after);
  return update;
}

const step = { status: 'requested', promisedAt: new Date(0), statutoryAt: new Date(1), asked: 'decision' };
const entries = [{ what: 'submitted' }, { what: 'requested' }];
const before = { number: 'A', district: 'd', steps: { a: step, b: step, c: step }, timeline: entries, ending: null };

test('what is the same by reference is not written', () => {
  expect(changes(before, before)).toEqual({ $set: {} });
  expect(changes(before, { ...before })).toEqual({ $set: {} });
});

test('one step of many and one more entry are written, and nothing beside them', () => {
  const decided = { ...step, status: 'granted' };
  const added = { what: 'granted' };
  const after = { ...before, steps: { ...before.steps, b: decided }, timeline: [...entries, added] };

  expect(changes(before, after)).toEqual({
    $set: { 'state.steps.b.status': 'granted' },
    $push: { 'state.timeline': { $each: [added] } },
  });
});

test('a table without a prototype is looked into like any other object', () => {
  const table = (counts: Record<string, number>) => ({ sent: tableOf(counts), a: 1, b: 2 });
  const many = { 'A/x': 1, 'A/y': 1, 'A/z': 1 };
  expect(changes(table(many), table({ ...many, 'A/y': 2 }))).toEqual({ $set: { 'state.sent.A/y': 2 } });
});

test('what is gone is taken away; what is undefined counts as gone', () => {
  expect(changes({ a: 1, b: 2, c: 3, d: 4 }, { a: 1, b: 2, c: 3, d: undefined })).toEqual({
    $set: {},
    $unset: { 'state.d': '' },
  });
});

test('a part of which most has changed is written as a whole', () => {
  expect(changes({ a: 1, b: 2, c: 3 }, { a: 2, b: 3, c: 3 })).toEqual({ $set: { state: { a: 2, b: 3, c: 3 } } });
});

test.each(['x.y', '$x', ''])('a name MongoDB would misread, "%s", is written with what holds it', (name) => {
  const whole = { a: 1, b: 2, c: 3, [name]: 4 };
  expect(changes({ ...whole, [name]: 1 }, whole)).toEqual({ $set: { state: whole } });
});

test.each([
  [
    [1, 2],
    [2, 2, 3],
  ],
  [[1, 2], [1]],
  [[], [1]],
  [
    [1, 2],
    [2, 1],
  ],
])('a list that did not only grow is written as a whole: %j, then %j', (list, then) => {
  expect(changes({ list, a: 1, b: 2 }, { list: then, a: 1, b: 2 })).toEqual({ $set: { 'state.list': then } });
});
