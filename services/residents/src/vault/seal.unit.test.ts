import { UNNAMED_KEY as UNNAMED } from '@lianban/vault';
import { createVault } from './seal';

const key = (id: string, byte: number, cipher: 'aes-256-gcm' | 'sm4' = 'aes-256-gcm') => ({
  ...{ id, cipher, secret: Buffer.alloc(32, byte) },
});
const [unnamed, first, second] = [key(UNNAMED, 1), key('2026-12', 2), key('2027-12', 3, 'sm4')];

describe.each([
  ['a key without an id', unnamed],
  ['a key', first],
  ['a key for SM4', second],
])('under %s', (_what, only) => {
  const vault = createVault([only]);

  test('what was sealed opens again, at its place and with its key only', () => {
    const sealed = vault.seal('张三', 'p1/name');
    expect(sealed).not.toContain('张三');
    expect(vault.open(sealed, 'p1/name')).toBe('张三');
    expect(() => vault.open(sealed, 'p2/name')).toThrow();
    expect(() => createVault([{ ...only, secret: Buffer.alloc(32, 9) }]).open(sealed, 'p1/name')).toThrow();
  });

  test('the same text is sealed differently each time, and a changed one does not open', () => {
    const [one, two] = [vault.seal('same', 'x'), vault.seal('same', 'x')];
    expect(one).not.toBe(two);
    const parts = one.split('.');
    const body = Buffer.from(parts.at(-1)!, 'base64');
    body[body.length - 1]! ^= 1;
    expect(() => vault.open([...parts.slice(0, -1), body.toString('base64')].join('.'), 'x')).toThrow();
  });
});

test('the blind index meets equal texts, differs by purpose and by key, and shows nothing of the text', () => {
  const [index] = createVault([first]).indexes('11010519491231002X', 'id-number');
  expect(createVault([first]).indexes('11010519491231002X', 'id-number')).toEqual([index]);
  expect(index).toMatch(/^[0-9a-f]{64}$/);
  expect(createVault([first]).indexes('11010519491231002X', 'phone')).not.toEqual([index]);
  expect(createVault([second, first]).indexes('11010519491231002X', 'id-number')).toEqual([expect.any(String), index]);
});

// What stood in databases before there were ids, made by the release before.
const sealedBefore = 'v1.1bL1XnMvHipwftva.zQfTpPyUrGyvwiVIS7DVhA==.I2R55OBI';
const indexBefore = '88c809db06c5c2d8c01fa99b1b73e95d5e599b9b91debbdb55968945ec2e0426';

test('what one key sealed that had no id is opened, and found, as before', () => {
  const vault = createVault([unnamed]);
  expect(vault.open(sealedBefore, 'p1/name')).toBe('张三');
  expect(vault.indexes('11010519491231002X', 'id-number')).toEqual([indexBefore]);
});

test('a rotation seals anew what is under another key, once', () => {
  const [before, while_, after] = [createVault([unnamed]), createVault([first, unnamed]), createVault([first])];
  const old = before.seal('张三', 'p1/name');
  const next = while_.anew(old, 'p1/name');
  expect(next).toMatch(/^v2\.2026-12\./);
  expect(while_.anew(next, 'p1/name')).toBe(next);
  expect(after.open(next, 'p1/name')).toBe('张三');
  expect(() => after.open(old, 'p1/name')).toThrow(
    'sealed with key "unnamed", which this process has not: add it to RESIDENTS_KEY',
  );
  expect(() => createVault([second]).open(next, 'p1/name')).toThrow('add it to RESIDENTS_KEY');
  const third = createVault([second, first]);
  expect(createVault([second]).open(third.anew(next, 'p1/name'), 'p1/name')).toBe('张三');
});
