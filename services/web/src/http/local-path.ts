/** A path of this site, or `otherwise`: never a URL of another origin. */
export function localPath(given: unknown, otherwise = '/'): string {
  // Browsers read "\" as "/" and drop tabs and line ends: without these it cannot become "//elsewhere".
  if (typeof given !== 'string' || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(given)) return otherwise;
  return given;
}
