/** Directives of a Content-Security-Policy. `more` adds to one directive or replaces it. */
function policy(more: Readonly<Record<string, string>>): string {
  const directives = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    ...more,
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

export interface Policies {
  /** Residents' pages: the site's own scripts and styles only. */
  readonly resident: string;
  /** The officers' desk creates styles at run time. @param named the nonce of this answer, named by its page */
  desk(named: string | undefined): string;
}

/** The nonce for styles in a page's own policy. */
const nonceIn = (named = ''): string => /'nonce-[\w+/=-]{16,64}'/.exec(named)?.[0] ?? '';

/**
 * Content-Security-Policy by kind of page.
 * @param issuer origin of the identity provider: forms may be redirected there, after an ended session or to sign out
 */
export function policiesFor(issuer: string): Policies {
  const forms = { 'form-action': `'self' ${issuer}` };
  return {
    resident: policy(forms),
    desk: (named) =>
      policy({ ...forms, 'style-src': `'self' ${nonceIn(named)}`.trim(), 'img-src': "'self' data: blob:" }),
  };
}

export const isDesk = (path: string): boolean => path === '/desk' || path.startsWith('/desk/');
