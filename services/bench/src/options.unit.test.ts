import { readOptions } from './options';

test('without arguments it measures two pairs in blocks of eight seconds', () => {
  expect(readOptions([])).toEqual({ json: false, help: false, seconds: 8, warmSeconds: 8, rounds: 2, sweep: true });
});

test('--quick is short, and what is said explicitly counts', () => {
  expect(readOptions(['--quick', '--seconds', '4', '--json'])).toMatchObject({ seconds: 4, rounds: 1, json: true });
});

test.each([[['--seconds', '0']], [['--rounds', 'two']], [['--second', '5']], [['floor']]])('refuses %j', (argv) => {
  expect(() => readOptions(argv)).toThrow(/--|Unexpected|Unknown/);
});
