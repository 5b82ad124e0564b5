import { type Asset, loadAssets } from './assets';

const size = ({ compressed }: Asset) => compressed.get('gzip')!.length;
const { style, script, icon } = loadAssets();

test('a page loads at most 30 KB of styles and script, compressed', () => {
  expect(size(style) + size(script)).toBeLessThanOrEqual(30 * 1024);
});

test('a path contains a hash of its content', () => {
  for (const { path } of [style, script, icon]) expect(path).toMatch(/^\/assets\/\w+\.[\w-]{10}\.(css|js|svg)$/);
});

test('styles refer to no other site, and no page needs an inline style', () => {
  expect(style.plain.toString()).not.toMatch(/url\(|@import/);
});
