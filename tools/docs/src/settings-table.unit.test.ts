import { z } from 'zod';
import { settingsTable } from './settings-table';

const rowsOf = (...args: Parameters<typeof settingsTable>) =>
  settingsTable(...args)
    .split('\n')
    .slice(2);

test('every setting has its default as one writes it, and its meaning', () => {
  const pairs = z.string().transform((text) => [[text, text] as [string, string]]);
  const schema = z
    .object({
      PORT: z.coerce.number().default(7000).describe('where it listens'),
      HOSTS: z.string().transform((text) => text.split(',')).default(['a', 'b']).describe('one | more'),
      WORDS: pairs.default([['x', 'y']]).describe('their words'),
      EMPTY: z.string().default('').describe('stands before names'),
      SERVICE_ADDRESSES: z.record(z.string(), z.string()).default({}).describe('who is asked'),
      GIVEN: z.string().transform(Number).prefault('1').describe('read like any value'),
      KEY: z.string().optional().describe('a secret'),
    })
    .refine(() => true)
    .transform((settings) => settings.PORT); // prettier-ignore
  expect(rowsOf([schema])).toEqual([
    '| `PORT` | `7000` | where it listens |',
    '| `HOSTS` | `a,b` | one \\| more |',
    '| `WORDS` | `x=y` | their words |',
    '| `EMPTY` | none | stands before names |',
    '| `SERVICE_ADDRESSES` | none | who is asked |',
    '| `GIVEN` | `1` | read like any value |',
    '| `KEY` | none | a secret |',
  ]);
});

test('those told elsewhere are left out', () => {
  const schema = z.object({ OURS: z.string().optional().describe('ours'), COMMON: z.string().optional() });
  expect(rowsOf([schema], ['COMMON'])).toEqual(['| `OURS` | none | ours |']);
});

test('one that says nothing about itself is named', () => {
  expect(() => settingsTable([z.object({ PORT: z.string().describe('lost').default('1') })])).toThrow(
    'PORT has no description',
  );
});
