import { randomBytes } from 'node:crypto';
import type { RingKey } from './key-ring';
import { UnknownKey } from './key-service';
import { openerOf, sealerOf } from './shared-key';

const keyOf = (id: string): RingKey => ({ id, cipher: 'aes-256-gcm', secret: randomBytes(32) });
const [former, current] = [keyOf('2026-11'), keyOf('2026-12')];
const plain = Buffer.from('month: 186000 分');
const sealed = sealerOf([current, former])(plain, 'A/1');

test('what is sealed opens with its key alone, is found by its id, and shows nothing', () => {
  expect(openerOf([former, current])(sealed, 'A/1')).toEqual(plain);
  expect(sealed.subarray(0, 8).toString('latin1')).toBe('\u00072026-12');
  expect(sealed.includes('month')).toBe(false);
  expect(sealed).toHaveLength(plain.length + 28 + 8);
});

test('what a former key sealed opens as long as the key is kept', () => {
  const before = sealerOf([former])(plain, 'A/1');
  expect(openerOf([current, former])(before, 'A/1')).toEqual(plain);
  expect(() => openerOf([current])(before, 'A/1')).toThrow(UnknownKey);
});

test('it opens at no other place, with no other secret of the same id, and no part that was changed', () => {
  const open = openerOf([current]);
  expect(() => open(sealed, 'A/2')).toThrow();
  expect(() => openerOf([keyOf('2026-12')])(sealed, 'A/1')).toThrow();
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => open(changed, 'A/1')).toThrow();
  }
  for (let length = 0; length < sealed.length; length++)
    expect(() => open(sealed.subarray(0, length), 'A/1')).toThrow();
});

test('no two values are sealed alike', () => {
  expect(sealerOf([current])(plain, 'A/1')).not.toEqual(sealed);
});

test('who has no key is told which one, and never a character that was not checked', () => {
  expect(() => openerOf([])(sealed, 'A/1')).toThrow(
    'sealed with key "2026-12", which this process has not: add it to REQUEST_KEYS',
  );
  const odd = Buffer.concat([Buffer.of(2), Buffer.from('\n"'), randomBytes(40)]);
  expect(() => openerOf([current])(odd, 'A/1')).toThrow('sealed with a key whose id is none');
});
