import type { DepartmentFile } from '@lianban/catalogue';
import { tellersOf } from './answers';
import { askersOf, purposesOf } from './purposes';

const text = { zh: '字', en: 'Words' };
const share = (basis: 'consent' | 'duty', from = 'residents') =>
  ({ from, question: 'means', what: text, purpose: text, basis, law: text, version: '1' }) as const;

/** A department with items that share these, one each. */
const file = (department: string, shares: Readonly<Record<string, readonly ReturnType<typeof share>[]>>) =>
  ({
    department,
    items: Object.entries(shares).map(([code, all]) => ({ code, version: 1, shares: all })),
  }) as unknown as DepartmentFile;

test('an item is a purpose when its department shares something of the register for it', () => {
  const purposes = purposesOf([
    file('housing', { flat: [share('consent')], key: [share('duty')], sign: [] }),
    file('parks', { tree: [share('consent', 'employment')] }),
  ]);
  expect([...purposes]).toEqual([
    ['flat', [{ department: 'housing', basis: 'consent', from: 'residents', question: 'means' }]],
    ['key', [{ department: 'housing', basis: 'duty', from: 'residents', question: 'means' }]],
    ['tree', [{ department: 'parks', basis: 'consent', from: 'employment', question: 'means' }]],
  ]);
  expect(askersOf(purposes)).toEqual(new Map([['housing', new Set(['means'])]]));
  expect(tellersOf(purposes)).toEqual(new Set(['employment']));
});

test('one purpose may be told several things, each by its own right', () => {
  const both = [share('consent'), share('duty', 'employment')];
  expect(purposesOf([file('housing', { flat: both })]).get('flat')).toMatchObject([
    { from: 'residents', basis: 'consent' },
    { from: 'employment', basis: 'duty' },
  ]);
});

test('two departments cannot have one purpose, nor one purpose two bases', () => {
  const housing = file('housing', { flat: [share('consent')] });
  expect(() => purposesOf([housing, file('parks', { flat: [share('consent')] })])).toThrow('"flat" of parks');
  expect(() => purposesOf([file('housing', { flat: [share('consent'), share('duty')] })])).toThrow('"flat" of housing');
});

test('whoever may enter births is told no means', () => {
  expect(purposesOf().get('birth-registration')).toContainEqual(
    expect.objectContaining({ basis: 'duty', question: 'birth-entry' }),
  );
  expect(askersOf(purposesOf()).get('public-security')).toEqual(new Set(['birth-entry']));
});

test('the departments there are declare theirs: the living allowance by consent, first aid in an emergency by duty', () => {
  const purposes = purposesOf();
  expect(purposes.get('minimum-living-allowance')?.[0]?.basis).toBe('consent');
  expect(purposes.get('temporary-relief')?.[0]?.basis).toBe('duty');
});
