import { localPath } from './local-path';

test.each(['/', '/things/open-small-shop', '/search?q=%E5%BC%80%E5%BA%97', '/applications/LB1#steps'])(
  '%s stays',
  (path) => expect(localPath(path)).toBe(path),
);

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/\t/elsewhere.example/',
  '/a\nSet-Cookie: x',
  '/a\\b',
  'javascript:alert(1)',
  'settings',
  '',
  undefined,
  ['/a'],
])('%j becomes the way back', (path) => expect(localPath(path, '/settings')).toBe('/settings'));
