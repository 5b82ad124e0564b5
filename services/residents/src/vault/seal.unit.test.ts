import { createVault } from './seal';

const vault = createVault(Buffer.alloc(32, 1));

test('what was sealed opens again, at its place and with its key only', () => {
  const sealed = vault.seal('张三', 'p1/name');
  expect(sealed).not.toContain('张三');
  expect(vault.open(sealed, 'p1/name')).toBe('张三');
  expect(() => vault.open(sealed, 'p2/name')).toThrow();
  expect(() => createVault(Buffer.alloc(32, 2)).open(sealed, 'p1/name')).toThrow();
});

test('the same text is sealed differently each time, and a changed one does not open', () => {
  const [one, two] = [vault.seal('same', 'x'), vault.seal('same', 'x')];
  expect(one).not.toBe(two);
  const parts = one.split('.');
  parts[3] = Buffer.from('sane').toString('base64');
  expect(() => vault.open(parts.join('.'), 'x')).toThrow();
});

test('the blind index meets equal texts, differs by purpose and by key, and shows nothing of the text', () => {
  const index = vault.index('11010519491231002X', 'id-number');
  expect(index).toBe(vault.index('11010519491231002X', 'id-number'));
  expect(index).toMatch(/^[0-9a-f]{64}$/);
  expect(vault.index('11010519491231002X', 'phone')).not.toBe(index);
  expect(createVault(Buffer.alloc(32, 2)).index('11010519491231002X', 'id-number')).not.toBe(index);
});
