const longest = 2048;

/**
 * Where somebody goes after signing in: a path of this site, as it was asked for. Anything else – another site however
 * it is written, an address of the sign-in itself – is the home page.
 */
export function returnPath(asked: unknown, origin: URL): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > longest) return '/';
  const url = URL.parse(asked, origin.origin);
  if (url?.origin !== origin.origin || url.pathname.startsWith('/auth/')) return '/';
  const path = url.pathname + url.search + url.hash;
  // A path may begin with two slashes once its dots are taken out.
  return path.startsWith('//') ? '/' : path;
}
