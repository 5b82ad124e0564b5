import { readOptions } from './options';

test('defaults: two pairs in blocks of eight seconds', () => {
  expect(readOptions([])).toEqual({
    ...{ part: 'bench', finished: [10_000, 100_000], previous: '', json: false, help: false },
    ...{ seconds: 8, warmSeconds: 8, rounds: 2, steps: 4, sweep: true },
  });
});

test('--quick is short, and explicit options override it', () => {
  expect(readOptions(['--quick', '--seconds', '4', '--json'])).toMatchObject({ seconds: 4, rounds: 1, json: true });
});

test('growth and telemetry are measured separately', () => {
  expect(readOptions(['--growth', '--finished', '1000'])).toMatchObject({ part: 'growth', finished: [1_000] });
  expect(readOptions(['--telemetry']).part).toBe('telemetry');
  expect(readOptions(['--previous', 'folder'])).toMatchObject({ part: 'previous', previous: 'folder' });
});

test.each([
  [['--growth', '--telemetry']],
  [['--growth', '--previous', 'folder']],
  [['--finished', 'many']],
  [['--seconds', '0']],
  [['--rounds', 'two']],
  [['--second', '5']],
  [['baseline']],
])('refuses %j', (argv) => {
  expect(() => readOptions(argv)).toThrow(/--|Unexpected|Unknown/);
});
