import { shownText } from '@lianban/browser-testing';
import type { SiteVisitor } from './site';

/** A page of the site as somebody was shown it. */
export interface CrawledPage {
  readonly path: string;
  readonly status: number;
  readonly text: string;
}

/** Numbers, names of steps and the like: pages that differ in these alone are alike. */
const varying = [
  [/LB\d+/g, 'N'],
  [/(?<=\/for\/)[^/?]+/g, 'R'],
  [/(?<=\/(?:steps|writs|charges|mandates|consents|reads)\/)[^/?]+/g, 'S'],
  [/(?<=[?&](?:return|cursor|read)=)[^&]+/g, 'V'],
] as const;
const alike = (path: string): string => varying.reduce((of, [part, by]) => of.replace(part, by), path);

/** Not pages of the site: the API, files, the desk, signing in and out. */
const isElsewhere = (path: string): boolean => /^\/(?:api|auth|assets|desk|pay)(?:\/|$)/.test(path);

const linksIn = (html: string, from: URL): string[] =>
  [...html.matchAll(/ href="([^"#]*)/g)]
    .map(([, to = '']) => URL.parse(to.replaceAll('&amp;', '&'), from.href))
    .filter((to) => to?.origin === from.origin)
    .map((to) => to!.pathname + to!.search)
    .filter((path) => !isElsewhere(path));

/**
 * Follows every link from `/` on, with the cookies of somebody who has signed in, and shows each page to `see`.
 * @param plan how many pages that differ in numbers alone are looked at, and which pages are wanted at all
 */
export async function crawl(
  visitor: SiteVisitor,
  site: string,
  { most, isWanted }: { readonly most: number; readonly isWanted: (path: string) => boolean },
  see: (page: CrawledPage) => void,
): Promise<readonly string[]> {
  const waiting = ['/'];
  const known = new Set(waiting);
  const looked = new Map<string, number>();
  for (const path of waiting) {
    const times = looked.get(alike(path)) ?? 0;
    if (times >= most) continue;
    looked.set(alike(path), times + 1);
    const { url, response } = await visitor.visit(path);
    const html = await response.text();
    if (url.origin !== new URL(site).origin || !(response.headers.get('content-type') ?? '').startsWith('text/html'))
      continue;
    see({ path, status: response.status, text: shownText(html) });
    for (const link of linksIn(html, url)) {
      if (known.has(link) || !isWanted(link)) continue;
      known.add(link);
      waiting.push(link);
    }
  }
  return [...looked.keys()];
}
