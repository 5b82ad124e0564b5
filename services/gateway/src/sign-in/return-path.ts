const longest = 2048;

/**
 * The page to return to after signing in: a path of this site as it was requested. Anything else – another site however
 * it is written, a route of the sign-in itself – becomes the home page.
 */
export function returnPath(asked: unknown, origin: URL): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > longest) return '/';
  const url = URL.parse(asked, origin.origin);
  if (url?.origin !== origin.origin || url.pathname.startsWith('/auth/')) return '/';
  const path = url.pathname + url.search + url.hash;
  // Removing dot segments may produce a path that begins with two slashes.
  return path.startsWith('//') ? '/' : path;
}
