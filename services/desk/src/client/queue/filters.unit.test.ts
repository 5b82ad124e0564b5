import { addressOf, filtersOf, isNarrowed, narrowed } from './filters';

const read = (address: string) => filtersOf(new URLSearchParams(address));

test('a URL survives parsing and writing', () => {
  const address = 'whose=mine&status=accepted&item=shopfront-sign&district=410105&level=red&ask=waiting';
  expect(addressOf(read(address)).toString()).toBe(address);
  expect(addressOf(read('level=red&whose=mine')).toString()).toBe('whose=mine&level=red');
});

test('malformed filters are ignored', () => {
  expect(read('whose=theirs&ask=yes&level=purple&district=12&status=%3Cscript%3E&number=LB2026%20')).toEqual({
    whose: 'team',
    number: 'LB2026',
  });
});

test('a filter is set, changed and removed', () => {
  const red = narrowed(read(''), 'level', 'red');
  expect(red).toEqual({ whose: 'team', level: 'red' });
  expect(narrowed(red, 'level', 'amber')).toEqual({ whose: 'team', level: 'amber' });
  expect(narrowed(red, 'level', undefined)).toEqual({ whose: 'team' });
  expect([red, narrowed(red, 'level', undefined)].map(isNarrowed)).toEqual([true, false]);
});
