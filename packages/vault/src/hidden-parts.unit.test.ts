import { isSame, joined, partsBy } from './hidden-parts';

const parts = partsBy(['file.known', 'file.request.answers', 'findings', 'members.*.income', 'steps.*.facts']);
const at = new Date('2026-03-02T01:00:00Z');
const state = {
  status: 'accepted',
  findings: { memory: 3 },
  file: { holder: 'o-1', known: { means: { savings: 7 } }, request: { district: '410105', answers: { note: 'mine' } } },
  members: [{ id: 'r-1', income: 5 }, { id: 'r-2', income: 0 }, { id: 'r-3' }],
  steps: { first: { status: 'granted', facts: { level: 2, at } }, second: { status: 'waiting' } },
};

test('what is named is hidden, in lists and tables too, and everything else is in the clear', () => {
  const { clear, hidden } = parts(state);
  expect(clear).toEqual({
    status: 'accepted',
    file: { holder: 'o-1', request: { district: '410105' } },
    members: [{ id: 'r-1' }, { id: 'r-2' }, { id: 'r-3' }],
    steps: { first: { status: 'granted' }, second: { status: 'waiting' } },
  });
  expect(joined(clear, hidden)).toEqual(state);
});

test('what says nothing is not hidden: there is nothing to seal', () => {
  const empty = { findings: {}, file: { known: {}, request: { answers: {} } }, members: [], steps: {} };
  expect(parts(empty)).toEqual({ clear: empty, hidden: undefined });
  expect(parts('none')).toEqual({ clear: 'none', hidden: undefined });
});

test('a key of a table may have the name of a prototype', () => {
  const table = JSON.parse('{"__proto__":{"income":1,"open":true},"r-1":{"income":2}}') as object;
  const { clear, hidden } = partsBy(['*.income'])(table);
  expect(JSON.stringify(clear)).toBe('{"__proto__":{"open":true},"r-1":{}}');
  expect(JSON.stringify(hidden)).toBe('{"__proto__":{"income":1},"r-1":{"income":2}}');
});

test('false and nought say something', () => {
  expect(partsBy(['disabled', 'savings'])({ disabled: false, savings: 0 })).toEqual({
    clear: {},
    hidden: { disabled: false, savings: 0 },
  });
});

test('parts of a state that others share are parted once', () => {
  const later = { ...state, status: 'decided' };
  const [before, after] = [parts(state), parts(later)] as { clear: typeof state; hidden: typeof state }[];
  expect(after!.clear.members).toBe(before!.clear.members);
  expect(after!.hidden.file).toBe(before!.hidden.file);
  expect(isSame(before!.hidden, after!.hidden)).toBe(true);
});

test('what stands in the clear beside the seal was written later, and counts', () => {
  expect(joined({ file: { known: { means: 2 } } }, { file: { known: { means: 1, seat: 3 } } })).toEqual({
    file: { known: { means: 2, seat: 3 } },
  });
});

test('same is what holds the same', () => {
  expect(isSame({ a: [at, { b: 1 }] }, { a: [new Date(at), { b: 1 }] })).toBe(true);
  for (const other of [{ a: [at, { b: 2 }] }, { a: [at] }, { a: at }, { a: [at, { b: 1 }], c: 1 }, null])
    expect(isSame({ a: [at, { b: 1 }] }, other)).toBe(false);
});

test('"*" alone would leave holes in a list', () => {
  expect(() => partsBy(['texts.*'])).toThrow('"*" is followed by the name of a field');
});
