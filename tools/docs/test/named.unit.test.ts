import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@lianban/gateway';
import { checkout, documentsIn } from '../src/documents';

const text = (document: string) => readFileSync(join(checkout, document), 'utf8');

test.each(documentsIn())('every script %s names is there', (document) => {
  const named = [...text(document).matchAll(/\bscripts\/([a-z-]+)/g)].map(([, name]) => name!);
  expect([...new Set(named)].filter((name) => !existsSync(join(checkout, 'scripts', name)))).toEqual([]);
});

test.each(documentsIn())('every file and folder %s names is there', (document) => {
  const top = 'charts|docs|examples|infra|packages|protos|scripts|services|tools';
  // What ends in "*", "…" or a word in capitals stands for many: its folder must be there.
  const named = [...text(document).matchAll(new RegExp(`\`((?:${top})/[\\w./-]*)`, 'g'))].map(([, path]) => path!);
  expect([...new Set(named)].filter((path) => !existsSync(join(checkout, path)))).toEqual([]);
});

/** Whether `path`, with whatever stands in the place of a parameter, is one of the gateway's; by any method if none is said. */
const isServed = (path: string, method?: string): boolean =>
  routes.some((route) => {
    const [ours, theirs] = [route.path.split('/'), path.split('/')];
    const isParameter = (part: string) => part.startsWith(':');
    return (
      (method === undefined || route.method === method.toLowerCase()) &&
      ours.length === theirs.length &&
      ours.every((part, at) => part === theirs[at] || isParameter(part))
    );
  });

test.each(documentsIn())('every route %s names is served', (document) => {
  const named = [...text(document).matchAll(/\b(GET|POST|PUT|DELETE) (\/api\/[^\s`"'?|]+)/g)];
  const called = [...text(document).matchAll(/\$API(\/[^\s`"'?|]+)/g)];
  const gone = [
    ...named.filter(([, method, path]) => !isServed(path!, method)),
    ...called.filter(([, path]) => !isServed(`/api${path}`)),
  ];
  expect(gone.map(([whole]) => whole)).toEqual([]);
});

test('from a request to another department’s decision, a newcomer opens few files, and short ones', () => {
  const [, section = ''] = text('docs/contributing.md').split('## How a request flows');
  const hops = [...(section.split('## ')[0] ?? '').matchAll(/^\| \d+ \| `([^`]+)`/gm)].map(([, file]) => file!);
  const lines = hops.map((file) => text(file).trimEnd().split('\n').length);
  expect(hops.length).toBeGreaterThan(8);
  expect(hops.length).toBeLessThanOrEqual(14);
  expect(lines.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1_200);
});
