import { loadAssets } from './assets';

const { style, script, icon } = loadAssets();

test('a page brings at most 30 KB of styles and script, packed', () => {
  expect(style.gzip.length + script.gzip.length).toBeLessThanOrEqual(30 * 1024);
});

test('a path holds a hash of what is behind it', () => {
  for (const { path } of [style, script, icon]) expect(path).toMatch(/^\/assets\/\w+\.[\w-]{10}\.(css|js|svg)$/);
});

test('styles refer to nothing elsewhere, and no page needs an inline one', () => {
  expect(style.plain.toString()).not.toMatch(/url\(|@import/);
});
