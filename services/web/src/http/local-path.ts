/** A path of this site as it was given, or `otherwise`: nothing that leads to another origin. */
export function localPath(given: unknown, otherwise = '/'): string {
  // A browser reads "\" as "/", and drops tabs and line ends: what may hold neither cannot become "//elsewhere".
  if (typeof given !== 'string' || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(given)) return otherwise;
  return given;
}
