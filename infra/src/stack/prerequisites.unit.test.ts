import { javaMajor, missingLibraries, outputOf } from './prerequisites';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "21" 2023-09-19', 21],
  ['something else', undefined],
])('the Java of %j is %j', (output, major) => {
  expect(javaMajor(output)).toBe(major);
});

test('missing libraries are named with the packages that contain them', () => {
  const ldd =
    '\tlibcurl.so.4 => not found\n\tlibssl.so.3 => not found\n\tlibcrypto.so.3 => not found\n\tlibc.so.6 => /l (0x0)\n';
  expect(missingLibraries(ldd)).toContain(
    'mongod needs libcurl.so.4, libssl.so.3, libcrypto.so.3: apt-get install libcurl4 libssl3,',
  );
  expect(missingLibraries('\tlibc.so.6 => /l (0x0)\n')).toBeUndefined();
});

test('a program that is missing or fails gives no output', () => {
  expect(outputOf('echo', ['here'])).toBe('here\n');
  expect(outputOf('no-such-program-here', [])).toBeUndefined();
  expect(outputOf('false', [])).toBeUndefined();
});
