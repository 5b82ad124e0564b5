import { fromBytes, toBytes } from './plain-bytes';

test.each([
  [{ means: { savings: 7, homes: 0, car: false, why: null }, notes: ['证', '\ud800'] }],
  [{ at: new Date('2026-03-02T01:00:00Z'), nested: [{ until: new Date(0) }] }],
  [{ bytes: Buffer.from([0, 1, 255]) }],
  [{ infinite: Infinity, nought: -0 }],
  [['a', { b: [1.5, -3, 4_000_000_000] }]],
  [JSON.parse('{"__proto__":{"x":1}}')],
])('comes back as it was: %j', (value) => {
  expect(fromBytes(Buffer.from(toBytes(value)))).toEqual(value);
});

test('what is undefined is left out, as documents leave it out', () => {
  expect(fromBytes(Buffer.from(toBytes({ a: 1, b: undefined })))).toEqual({ a: 1 });
  expect(fromBytes(Buffer.from(toBytes({ at: new Date(0), b: undefined })))).toEqual({ at: new Date(0) });
});
