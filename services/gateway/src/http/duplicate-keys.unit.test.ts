import fc from 'fast-check';
import { duplicateKeysIn } from './duplicate-keys';

test.each<[string, readonly string[]]>([
  ['{"a":1,"a":2}', ['/a']],
  ['{"a":{"b":1},"c":{"b":1}}', []],
  ['{"a":[{"b":1},{"b":1,"b":2}]}', ['/a/1/b']],
  ['{"a":"{\\"a\\":1}","b":"a"}', []],
  ['{"\\u0061":1,"a":2}', ['/a']],
  ['{"a/b~":1,"a/b~":2}', ['/a~1b~0']],
  ['[["a","a"],{"x":["a","a"]}]', []],
  ['{"__proto__":1,"__proto__":2}', ['/__proto__']],
  ['"a"', []],
])('of %s', (json, pointers) => {
  expect(duplicateKeysIn(json)).toEqual(pointers);
});

test('what JSON.stringify writes has none, and one that is doubled is found', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (body) => {
      const json = JSON.stringify(body);
      expect(duplicateKeysIn(json)).toEqual([]);
      const [name = ''] = Object.keys(body);
      const doubled = `${json.slice(0, -1)},${JSON.stringify(name)}:0}`;
      expect(duplicateKeysIn(doubled)).toEqual([`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`]);
    }),
  );
});

test('a body nested deeper than the stack is looked through', () => {
  expect(duplicateKeysIn(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`.slice(0, 900_000))).toEqual([]);
});
